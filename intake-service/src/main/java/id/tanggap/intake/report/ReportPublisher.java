package id.tanggap.intake.report;

import id.tanggap.intake.call.Call;
import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.config.Handover;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.seal.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands a report on in the transaction that makes or completes it, the reporter sealed for ticket-service. */
@ApplicationScoped
class ReportPublisher {

    private final Outbox outbox;
    private final Seal atRest;
    private final Seal handover;
    private final Json json;

    ReportPublisher(Outbox outbox, @AtRest Seal atRest, @Handover Seal handover, Json json) {
        this.outbox = outbox;
        this.atRest = atRest;
        this.handover = handover;
        this.json = json;
    }

    /** Tells the whole report, as its {@code sequence}-th state. */
    Uni<Void> publish(Mutiny.Session session, Report report, Call call, long sequence, Instant at) {
        return outbox.append(
                session,
                new OutboxEvent(
                        ReportFiled.TOPIC,
                        call.callId(),
                        ReportFiled.TYPE,
                        report.reportId.toString(),
                        sequence,
                        at,
                        data(report, call)));
    }

    private ReportFiled data(Report report, Call call) {
        return new ReportFiled(
                report.reportId,
                call.callId(),
                Optional.ofNullable(call.callerRef()),
                report.category,
                report.text,
                report.lifeThreat,
                Optional.ofNullable(json.read(report.location, Place.class)),
                Optional.ofNullable(report.reporterSealed).map(atRest::open).map(handover::seal),
                report.reportedAt,
                report.reportedBy,
                Optional.of(call.startedAt()).filter(start -> call.isAnnounced()));
    }
}
