package id.tanggap.intake.report;

import id.tanggap.intake.call.AnnouncementFollowUp;
import id.tanggap.intake.call.Call;
import id.tanggap.intake.call.CallLock;
import id.tanggap.intake.caller.CallerKind;
import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.metrics.CallTimes;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.AfterCommit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in reports, at most one of each call. */
@ApplicationScoped
public class Reports implements AnnouncementFollowUp {

    private final CallLock lock;
    private final ReportPublisher publisher;
    private final Fingerprints fingerprints;
    private final Seal atRest;
    private final Json json;
    private final AfterCommit afterCommit;
    private final CallTimes times;
    private final Now now;

    Reports(
            CallLock lock,
            ReportPublisher publisher,
            Fingerprints fingerprints,
            @AtRest Seal atRest,
            Json json,
            AfterCommit afterCommit,
            CallTimes times,
            Now now) {
        this.lock = lock;
        this.publisher = publisher;
        this.fingerprints = fingerprints;
        this.atRest = atRest;
        this.json = json;
        this.afterCommit = afterCommit;
        this.times = times;
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
        // What is forgotten cannot be compared: a repeat after months is nobody's retry.
        if (!content.equals(known.content)) {
            throw Problem.of(ProblemType.CONFLICT, "Call " + known.callId + " was reported before with other content.");
        }
        return new Filed(receipt(known), true);
    }

    private Uni<Filed> accept(
            Mutiny.Session session, Call call, Filing filing, String content, String operator, Instant at) {
        Report report = new Report();
        report.reportId = EventIds.next();
        report.callId = call.callId();
        report.content = content;
        report.category = filing.category();
        report.text = filing.text();
        report.lifeThreat = filing.lifeThreat();
        report.location = json.write(filing.place().orElse(null));
        report.reporterSealed = reporter(call, filing.reporter());
        report.reportedAt = at;
        report.reportedBy = operator;
        call.reported(report.reportId);
        watch(session, call, report);
        return session.persist(report)
                .chain(() -> publisher.publish(session, report, call, 1, at))
                .map(done -> new Filed(receipt(report), false));
    }

    /** Tells once more of a report that came before its call: only now it is known who can be rung back, and since when they call. */
    @Override
    public Uni<Void> announced(Mutiny.Session session, Call call, Instant at) {
        return call.reportId() == null
                ? Uni.createFrom().voidItem()
                : session.find(Report.class, call.reportId()).chain(report -> {
                    if (report.text == null) {
                        // Forgotten before its call was announced: there is nothing left to tell.
                        return Uni.createFrom().voidItem();
                    }
                    watch(session, call, report);
                    report.reporterSealed = reporter(call, reporterOf(report));
                    return publisher.publish(session, report, call, 2, at);
                });
    }

    /** An answer that is told after the report has its time, too. */
    @Override
    public Uni<Void> answered(Mutiny.Session session, Call call) {
        return call.reportId() == null
                ? Uni.createFrom().voidItem()
                : session.find(Report.class, call.reportId())
                        .invoke(report -> watch(session, call, report))
                        .replaceWithVoid();
    }

    /** Times the report once its call is announced and has both, which is once: until then its answer may prove to be another's. */
    private void watch(Mutiny.Session session, Call call, Report report) {
        Instant answeredAt = call.answeredAt();
        if (call.isAnnounced() && answeredAt != null && !call.isTest()) {
            afterCommit.run(session, () -> times.reported(answeredAt, report.reportedAt, report.lifeThreat));
        }
    }

    /** Who reports, sealed; a caller who gave no other number can be reached at the one that they call from. Null if nothing is known. */
    private String reporter(Call call, Optional<Reporter> told) {
        Reporter given = told.orElse(new Reporter(Optional.empty(), Optional.empty()));
        Reporter reachable = new Reporter(given.name(), given.contact().or(() -> numberOf(call)));
        return reachable.isUnknown() ? null : atRest.seal(json.write(reachable));
    }

    private Optional<Reporter> reporterOf(Report report) {
        return Optional.ofNullable(report.reporterSealed)
                .map(atRest::open)
                .map(text -> json.read(text, Reporter.class));
    }

    private Optional<String> numberOf(Call call) {
        return call.callerKind() == CallerKind.SUBSCRIBER
                ? Optional.ofNullable(call.callerSealed()).map(atRest::open)
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
                Optional.ofNullable(report.text),
                report.lifeThreat,
                Optional.ofNullable(json.read(report.location, Place.class)),
                reporterOf(report),
                report.reportedAt,
                Optional.ofNullable(report.reportedBy));
    }
}
