package id.tanggap.triage.assessment;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.call.CallReport;
import id.tanggap.triage.call.CallState;
import id.tanggap.triage.call.Line;
import id.tanggap.triage.caller.CallerHistory;
import id.tanggap.triage.caller.PastCall;
import id.tanggap.triage.corroboration.Testimony;
import id.tanggap.triage.corroboration.Witnesses;
import id.tanggap.triage.learning.Labels;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in evidence of three kinds in any order and has the call assessed anew. Each method runs in the caller's
 * transaction: the evidence, its assessment and the event stand or fall together.
 */
@ApplicationScoped
public class Triage {

    /** Of the newest calls nearby: a disaster brings hundreds, and all but these have been dealt with. */
    private static final int MOST_NEIGHBOURS = 20;

    /** A gateway's clock may be wrong; one that is wrong by more than this is not gone by. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final CallEvidenceStore calls;
    private final CallerHistory callers;
    private final Line line;
    private final Assessor assessor;
    private final Labels labels;
    private final Witnesses witnesses;
    private final Consequences consequences;
    private final Reassessments again;
    private final GenuineCalls genuine;
    private final AssessmentMetrics metrics;

    Triage(
            CallEvidenceStore calls,
            CallerHistory callers,
            Line line,
            Assessor assessor,
            Labels labels,
            Witnesses witnesses,
            Consequences consequences,
            Reassessments again,
            GenuineCalls genuine,
            AssessmentMetrics metrics) {
        this.again = again;
        this.genuine = genuine;
        this.metrics = metrics;
        this.consequences = consequences;
        this.labels = labels;
        this.witnesses = witnesses;
        this.calls = calls;
        this.callers = callers;
        this.line = line;
        this.assessor = assessor;
    }

    /** The call is in this state now. A disposition also becomes part of its caller's past. */
    public Uni<Void> call(Mutiny.Session session, CallState state, Instant at) {
        return lockCaller(session, state.callerRef())
                .chain(() -> calls.lock(session, state.callId()))
                .chain(call -> {
                    Optional<Testimony> before = witnesses.testimony(call);
                    boolean wasAnswered = call.answeredAt().isPresent();
                    boolean wasOver = call.isOver();
                    boolean wasGenuine = isGenuine(call);
                    long version = call.version();
                    call.call(state);
                    if (call.isOver()) {
                        line.close(call);
                    }
                    return assessor.assess(session, call, Trigger.CALL, at)
                            .invoke(told -> {
                                if (!wasOver && call.isOver() && !call.isTrial()) {
                                    told.ifPresent(last -> metrics.ended(session, last.assessment()));
                                }
                            })
                            .chain(() -> label(session, state))
                            .chain(() -> wasGenuine || !isGenuine(call)
                                    ? Uni.createFrom().voidItem()
                                    : genuine.found(session, call, version, GenuineCalls.By.PERSON))
                            .chain(() -> remember(session, call, at))
                            .chain(() -> sway(session, call, before, at))
                            .chain(() ->
                                    wasAnswered ? Uni.createFrom().voidItem() : awaitMilestones(session, call, at));
                });
    }

    /** These calls are about to be assessed in this session: reads at once what each would read. */
    public Uni<Void> expect(Mutiny.Session session, List<String> callIds) {
        return assessor.expect(session, callIds);
    }

    /**
     * More was heard of a call, which is in its row already; the session has locked it.
     *
     * @param told what was last told of the call, as far as the caller knows
     * @return what is last told now
     */
    public Uni<Optional<VersionedAssessment>> heard(
            Mutiny.Session session, CallEvidence call, Optional<VersionedAssessment> told, Instant at) {
        return assessor.heard(session, call, told, at);
    }

    /** An operator took a report. It may make the callers nearby more credible, too. */
    public Uni<Void> report(Mutiny.Session session, CallReport report, Instant at) {
        return lockCaller(session, report.callerRef())
                .chain(() -> calls.lock(session, report.callId()))
                .chain(call -> {
                    Optional<Testimony> before = witnesses.testimony(call);
                    call.report(report);
                    return assessor.assess(session, call, Trigger.REPORT, at)
                            .chain(() -> sway(session, call, before, at));
                });
    }

    /**
     * Agencies found this where they were sent for the call. It changes nothing about the call itself, which is long over, but
     * what is known of its caller and what is learnt from it.
     */
    public Uni<Void> found(Mutiny.Session session, String callId, FieldOutcome outcome, Instant at) {
        return calls.callerOf(session, callId)
                .chain(caller -> lockCaller(session, caller))
                .chain(() -> calls.lock(session, callId))
                .chain(call -> {
                    boolean news =
                            outcome == FieldOutcome.FOUND && !call.outcome().equals(Optional.of(outcome));
                    call.found(outcome);
                    return labels.outcome(session, callId, outcome)
                            .chain(() -> news
                                    ? genuine.found(session, call, call.version(), GenuineCalls.By.FIELD)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> remember(session, call, at));
                });
    }

    /** Thinks again about a call as far as that is due. */
    Uni<Void> again(Mutiny.Session session, String callId, Instant now) {
        return calls.callerOf(session, callId)
                .chain(caller -> lockCaller(session, caller))
                .chain(() -> calls.lock(session, callId))
                .chain(call -> again.take(session, callId, now).chain(due -> again(session, call, due, now)));
    }

    private Uni<Void> again(Mutiny.Session session, CallEvidence call, List<Reassessments.Due> due, Instant now) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Trigger cause : Trigger.values()) {
            List<Reassessments.Due> those =
                    due.stream().filter(each -> each.cause() == cause).toList();
            if (!those.isEmpty()) {
                Instant first = those.stream()
                        .map(Reassessments.Due::evidenceAt)
                        .min(Comparator.naturalOrder())
                        .get();
                Duration longest = those.stream()
                        .map(Reassessments.Due::after)
                        .max(Comparator.naturalOrder())
                        .get();
                all = all.chain(() -> cause == Trigger.TIME
                        ? assessor.unheard(session, call, longest, now)
                        : assessor.assess(session, call, cause, first).replaceWithVoid());
            }
        }
        return all;
    }

    /** What others nearby should be told if this call has become a witness, or is none any more. */
    private Uni<Void> sway(Mutiny.Session session, CallEvidence call, Optional<Testimony> before, Instant at) {
        return witnesses
                .swayed(session, call.callId(), before, witnesses.testimony(call), MOST_NEIGHBOURS)
                .chain(near -> again.add(session, near, Trigger.NEIGHBOUR, at));
    }

    private Uni<Void> awaitMilestones(Mutiny.Session session, CallEvidence call, Instant at) {
        return call.answeredAt()
                .filter(answered -> !call.isOver())
                .map(answered -> again.addMilestones(
                        session,
                        call.callId(),
                        Duration.between(answered, at).abs().compareTo(CLOCKS_APART) > 0 ? at : answered))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean isGenuine(CallEvidence call) {
        return call.disposition().equals(Optional.of(Disposition.NORMAL));
    }

    private Uni<Void> lockCaller(Mutiny.Session session, Optional<String> callerRef) {
        return callerRef.map(caller -> callers.lock(session, caller)).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> label(Mutiny.Session session, CallState state) {
        return state.disposition()
                .map(said -> labels.disposition(session, state.callId(), said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> remember(Mutiny.Session session, CallEvidence call, Instant at) {
        if (call.callerRef().isEmpty()
                || call.disposition().isEmpty() && call.outcome().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String caller = call.callerRef().get();
        PastCall past = new PastCall(
                call.disposition(), call.outcome(), call.dispositionAt().orElseGet(() -> call.momentOf(at)));
        return callers.remember(session, call.callId(), caller, past)
                .chain(news -> news
                        ? consequences
                                .found(session, caller, call.outcome())
                                .chain(() -> reassessOthers(session, caller, call.callId(), at))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> reassessOthers(Mutiny.Session session, String caller, String except, Instant at) {
        return calls.otherRunning(session, caller, except)
                .chain(others -> again.add(session, others, Trigger.HISTORY, at));
    }
}
