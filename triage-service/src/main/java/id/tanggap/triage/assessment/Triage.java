package id.tanggap.triage.assessment;

import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.call.CallNearby;
import id.tanggap.triage.call.CallReport;
import id.tanggap.triage.call.CallState;
import id.tanggap.triage.call.Line;
import id.tanggap.triage.caller.CallerHistory;
import id.tanggap.triage.corroboration.Witnesses;
import id.tanggap.triage.learning.Labels;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    private final CallEvidenceStore calls;
    private final CallerHistory callers;
    private final Line line;
    private final Assessor assessor;
    private final Labels labels;
    private final Witnesses witnesses;

    Triage(
            CallEvidenceStore calls,
            CallerHistory callers,
            Line line,
            Assessor assessor,
            Labels labels,
            Witnesses witnesses) {
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
                    call.call(state);
                    if (call.isOver()) {
                        line.close(call);
                    }
                    return assessor.assess(session, call, Trigger.CALL, at)
                            .chain(() -> label(session, state))
                            .chain(() -> remember(session, call, state, at));
                });
    }

    /** This was heard on the line. */
    public Uni<Void> sound(Mutiny.Session session, String callId, Chunk chunk, Instant at) {
        return calls.lock(session, callId).chain(call -> {
            line.hear(call, chunk);
            return assessor.assess(session, call, Trigger.AUDIO, at);
        });
    }

    /** An operator took a report. It may make the callers nearby more credible, too. */
    public Uni<Void> report(Mutiny.Session session, CallReport report, Instant at) {
        return lockCaller(session, report.callerRef())
                .chain(() -> calls.lock(session, report.callId()))
                .chain(call -> {
                    call.report(report);
                    return assessor.assess(session, call, Trigger.REPORT, at)
                            .chain(() -> witnesses.near(session, call))
                            .chain(near -> reassess(
                                    session,
                                    near.stream()
                                            .limit(MOST_NEIGHBOURS)
                                            .map(CallNearby::callId)
                                            .sorted()
                                            .toList(),
                                    Trigger.NEIGHBOUR,
                                    at));
                });
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

    private Uni<Void> remember(Mutiny.Session session, CallEvidence call, CallState state, Instant at) {
        if (state.callerRef().isEmpty() || state.disposition().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String caller = state.callerRef().get();
        return callers.remember(
                        session,
                        call.callId(),
                        caller,
                        state.disposition().get(),
                        state.dispositionAt().orElse(at))
                .chain(news -> news
                        ? reassessOthers(session, caller, call.callId(), at)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> reassessOthers(Mutiny.Session session, String caller, String except, Instant at) {
        return calls.otherRunning(session, caller, except)
                .chain(others -> reassess(session, others, Trigger.HISTORY, at));
    }

    private Uni<Void> reassess(Mutiny.Session session, List<String> others, Trigger trigger, Instant at) {
        // One after the other: a session does one thing at a time.
        return Multi.createFrom()
                .iterable(others)
                .onItem()
                .transformToUniAndConcatenate(
                        other -> calls.lock(session, other).chain(call -> assessor.assess(session, call, trigger, at)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
