package id.tanggap.intake.report;

import id.tanggap.intake.call.Call;
import id.tanggap.intake.call.CallLock;
import id.tanggap.intake.call.CallPublisher;
import id.tanggap.intake.caller.CallerKind;
import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.config.Handover;
import id.tanggap.intake.config.Now;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in reports, at most one of each call. */
@ApplicationScoped
public class Reports {

    private final CallLock lock;
    private final CallPublisher calls;
    private final Outbox outbox;
    private final Fingerprints fingerprints;
    private final Seal atRest;
    private final Seal handover;
    private final Json json;
    private final Now now;

    Reports(
            CallLock lock,
            CallPublisher calls,
            Outbox outbox,
            Fingerprints fingerprints,
            @AtRest Seal atRest,
            @Handover Seal handover,
            Json json,
            Now now) {
        this.lock = lock;
        this.calls = calls;
        this.outbox = outbox;
        this.fingerprints = fingerprints;
        this.atRest = atRest;
        this.handover = handover;
        this.json = json;
        this.now = now;
    }

    /** What became of a report. */
    public record Filed(ReportReceipt receipt, boolean repeated) {}

    /** Takes in a report and hands it on; a conflict problem if another one of this call was accepted before. */
    public Uni<Filed> file(Mutiny.Session session, String callId, Filing filing, String operator) {
        String content = fingerprints.content(json.write(filing));
        Instant at = now.get();
        return lock.take(session, callId, at)
                .chain(call -> call.reportId() == null
                        ? accept(session, call, filing, content, operator, at)
                        : session.find(Report.class, call.reportId()).map(known -> repeat(known, content)));
    }

    private static Filed repeat(Report known, String content) {
        if (!known.content.equals(content)) {
            throw Problem.of(ProblemType.CONFLICT, "Call " + known.callId + " was reported before with other content.");
        }
        return new Filed(receipt(known), true);
    }

    private Uni<Filed> accept(
            Mutiny.Session session, Call call, Filing filing, String content, String operator, Instant at) {
        Optional<String> reporter = reporter(call, filing).map(json::write);
        Report report = new Report();
        report.reportId = EventIds.next();
        report.callId = call.callId();
        report.content = content;
        report.category = filing.category();
        report.text = filing.text();
        report.lifeThreat = filing.lifeThreat();
        report.location = json.write(filing.place().orElse(null));
        report.reporterSealed = reporter.map(atRest::seal).orElse(null);
        report.reportedAt = at;
        report.reportedBy = operator;
        call.reported(report.reportId);
        OutboxEvent event = new OutboxEvent(
                ReportFiled.TOPIC,
                call.callId(),
                ReportFiled.TYPE,
                report.reportId.toString(),
                1,
                at,
                new ReportFiled(
                        report.reportId,
                        call.callId(),
                        Optional.ofNullable(call.callerRef()),
                        filing.category(),
                        filing.text(),
                        filing.lifeThreat(),
                        filing.place(),
                        reporter.map(handover::seal),
                        at,
                        operator,
                        Optional.of(call.startedAt()).filter(start -> call.isAnnounced())));
        return session.persist(report)
                .chain(() -> outbox.append(session, event))
                .chain(() -> calls.show(session, call))
                .map(done -> new Filed(receipt(report), false));
    }

    /** Who reports; a caller who gave no other number can be reached at the one that they call from. */
    private Optional<Reporter> reporter(Call call, Filing filing) {
        Reporter given = filing.reporter().orElse(new Reporter(Optional.empty(), Optional.empty()));
        Reporter reachable = new Reporter(given.name(), given.contact().or(() -> numberOf(call)));
        return Optional.of(reachable).filter(reporter -> !reporter.isUnknown());
    }

    private Optional<String> numberOf(Call call) {
        return call.callerKind() == CallerKind.SUBSCRIBER
                ? Optional.of(atRest.open(call.callerSealed()))
                : Optional.empty();
    }

    private static ReportReceipt receipt(Report report) {
        return new ReportReceipt(report.reportId, report.callId, report.reportedAt);
    }

    /** The report of a call, empty if there is none yet. */
    public Uni<Optional<ReportView>> of(Mutiny.Session session, Call call) {
        return call.reportId() == null
                ? Uni.createFrom().item(Optional.empty())
                : session.find(Report.class, call.reportId()).map(report -> Optional.of(view(report)));
    }

    private ReportView view(Report report) {
        return new ReportView(
                report.reportId,
                report.category,
                report.text,
                report.lifeThreat,
                Optional.ofNullable(json.read(report.location, Place.class)),
                Optional.ofNullable(report.reporterSealed)
                        .map(atRest::open)
                        .map(text -> json.read(text, Reporter.class)),
                report.reportedAt,
                report.reportedBy);
    }
}
