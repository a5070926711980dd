package id.tanggap.triage.assessment;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.time.Now;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.learning.Panel;
import id.tanggap.triage.learning.Seats;
import id.tanggap.triage.learning.Snapshots;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Materiality;
import id.tanggap.triage.policy.Milestone;
import id.tanggap.triage.policy.Score;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Thinks again about a call whose evidence changed, and tells it if anyone would act differently. */
@ApplicationScoped
public class Assessor {

    static final String TOPIC = "triage.assessment.v1";
    static final String TYPE = "id.tanggap.triage.assessment.v1";

    private static final Logger LOG = Logger.getLogger(Assessor.class);

    private final Background background;
    private final AssessmentStore store;
    private final Outbox outbox;
    private final AssessmentMetrics metrics;
    private final Panel panel;
    private final Snapshots snapshots;
    private final Consequences consequences;
    private final Now now;

    Assessor(
            Background background,
            AssessmentStore store,
            Outbox outbox,
            AssessmentMetrics metrics,
            Panel panel,
            Snapshots snapshots,
            Consequences consequences,
            Now now) {
        this.consequences = consequences;
        this.now = now;
        this.panel = panel;
        this.snapshots = snapshots;
        this.background = background;
        this.store = store;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * Assesses a call whose row the session has locked: under that lock versions follow each other without a gap.
     *
     * @param evidenceAt when the evidence came into being, for measuring how long it took to tell
     * @return what is last told of the call now
     */
    Uni<Optional<VersionedAssessment>> assess(
            Mutiny.Session session, CallEvidence call, Trigger trigger, Instant evidenceAt) {
        List<Milestone> passed = trigger.ofOthers() ? List.of() : call.weigh();
        return assess(session, call, trigger, evidenceAt, passed, Optional.empty());
    }

    /** So much time has passed since the answer: tells what is known of a call whose sound does not tell it by itself. */
    Uni<Void> unheard(Mutiny.Session session, CallEvidence call, Duration sinceAnswer, Instant now) {
        return call.weighUnheard(sinceAnswer)
                .map(passed -> assess(session, call, Trigger.TIME, now, List.of(passed), Optional.empty())
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** More was heard of the call; {@code told} saves looking up what was last told, if it is that. */
    Uni<Optional<VersionedAssessment>> heard(
            Mutiny.Session session, CallEvidence call, Optional<VersionedAssessment> told, Instant at) {
        return assess(session, call, Trigger.AUDIO, at, call.weigh(), told);
    }

    /** Several calls are to be assessed, one after the other in this session. */
    Uni<Void> expect(Mutiny.Session session, List<String> callIds) {
        return consequences.expect(session, callIds);
    }

    private Uni<Optional<VersionedAssessment>> assess(
            Mutiny.Session session,
            CallEvidence call,
            Trigger trigger,
            Instant evidenceAt,
            List<Milestone> passed,
            Optional<VersionedAssessment> told) {
        Seats seats = panel.now();
        return background
                .refresh(session, call, trigger, !passed.isEmpty(), evidenceAt)
                .chain(() -> {
                    metrics.looked(session, trigger);
                    Evidence evidence = call.evidence(evidenceAt);
                    boolean due = !passed.isEmpty() && !call.isOver();
                    return tell(session, call, seats, evidence, trigger, evidenceAt, due, told)
                            .call(() -> snapshots.take(session, call, evidence, passed, seats))
                            .call(() -> consequences.of(session, call, trigger.concernsCaller() || !passed.isEmpty()));
                });
    }

    /** @return what is last told of the call now */
    private Uni<Optional<VersionedAssessment>> tell(
            Mutiny.Session session,
            CallEvidence call,
            Seats seats,
            Evidence evidence,
            Trigger trigger,
            Instant evidenceAt,
            boolean due,
            Optional<VersionedAssessment> told) {
        Score score = seats.champion().assess(evidence);
        return last(session, call, told)
                .chain(last -> due || isNews(last, score, call, trigger)
                        ? publish(
                                session,
                                call,
                                Assessment.of(
                                        call.callId(), score, seats.champion().version(), trigger, now.get()),
                                evidenceAt)
                        : Uni.createFrom().item(last));
    }

    private Uni<Optional<VersionedAssessment>> last(
            Mutiny.Session session, CallEvidence call, Optional<VersionedAssessment> told) {
        return told.filter(known -> known.version() == call.version()).isPresent()
                ? Uni.createFrom().item(told)
                : store.find(session, call.callId(), call.version());
    }

    private static boolean isNews(Optional<VersionedAssessment> last, Score score, CallEvidence call, Trigger trigger) {
        boolean live = trigger == Trigger.AUDIO && !call.isOver();
        return last.map(before -> Materiality.differs(before.assessment().score(), score, live))
                .orElse(true);
    }

    private Uni<Optional<VersionedAssessment>> publish(
            Mutiny.Session session, CallEvidence call, Assessment assessment, Instant evidenceAt) {
        long version = call.nextVersion();
        return store.add(session, assessment, version)
                .chain(() -> outbox.append(
                        session,
                        new OutboxEvent(
                                TOPIC,
                                call.callId(),
                                TYPE,
                                call.callId(),
                                version,
                                assessment.assessedAt(),
                                assessment)))
                .invoke(() -> {
                    if (!call.isTrial()) {
                        metrics.assessed(session, assessment, evidenceAt);
                    }
                    LOG.debugf(
                            "event=assessed call=%s version=%d trigger=%s band=%s likelihood=%s confident=%s",
                            call.callId(),
                            version,
                            assessment.trigger(),
                            assessment.band(),
                            assessment.hoaxLikelihood(),
                            assessment.confident());
                })
                .replaceWith(Optional.of(new VersionedAssessment(version, assessment)));
    }
}
