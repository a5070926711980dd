package id.tanggap.ticket.callback;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.assessment.Assessments;
import id.tanggap.ticket.call.CallLock;
import id.tanggap.ticket.callback.policy.CallbackPolicy;
import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.report.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sees to it that a caller who could not speak is rung back. */
@ApplicationScoped
public class Callbacks {

    private final CallbackTasks tasks;
    private final Assessments assessments;
    private final CallLock lock;
    private final TicketConfig config;
    private final Now now;

    Callbacks(CallbackTasks tasks, Assessments assessments, CallLock lock, TicketConfig config, Now now) {
        this.tasks = tasks;
        this.assessments = assessments;
        this.lock = lock;
        this.config = config;
        this.now = now;
    }

    /** A call has a new state; when it is to be judged, if it is not yet. */
    public Uni<Optional<Instant>> changed(Mutiny.Session session, CallChange change) {
        return lock.take(session, change.callId())
                .chain(() -> stateOf(session, change.callId()))
                .invoke(call -> call.change(change, now.get(), config.callbackGrace(), config.callSilence()))
                .chain(call -> reconsider(session, call));
    }

    /** A report of the call has come: to be called under the call's lock. */
    public Uni<Void> reported(Mutiny.Session session, Report report) {
        return stateOf(session, report.callId())
                .invoke(call -> call.report(report.callerRef(), now.get()))
                .chain(call -> reconsider(session, call))
                .replaceWithVoid();
    }

    /** Triage has changed its mind about the call: to be called under the call's lock. */
    public Uni<Void> assessed(Mutiny.Session session, String callId) {
        return session.find(CallState.class, callId)
                .chain(call -> call == null
                        ? Uni.createFrom().voidItem()
                        : reconsider(session, call).replaceWithVoid());
    }

    /** Calls that are to be judged. */
    Uni<List<String>> due(Mutiny.Session session, int limit) {
        return session.createNativeQuery(
                        "select call_id from call_state where due_at <= :now order by due_at", String.class)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Judges a call that is due. */
    Uni<Void> judge(Mutiny.Session session, String callId) {
        return lock.take(session, callId).chain(() -> assessed(session, callId));
    }

    /** Lets a call that could not be judged wait some more, unless it was judged meanwhile. */
    Uni<Void> putOff(Mutiny.Session session, String callId) {
        return session.createNativeQuery(
                        "update call_state set due_at = :until where call_id = :call and due_at <= :now")
                .setParameter("until", now.get().plus(config.sweepRetry()).atOffset(ZoneOffset.UTC))
                .setParameter("call", callId)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<CallState> stateOf(Mutiny.Session session, String callId) {
        return session.find(CallState.class, callId).chain(known -> {
            if (known != null) {
                return Uni.createFrom().item(known);
            }
            CallState call = new CallState(callId, now.get());
            return session.persist(call).replaceWith(call);
        });
    }

    private Uni<Optional<Instant>> reconsider(Mutiny.Session session, CallState call) {
        return assessments.latest(session, call.callId).chain(assessment -> {
            var decision = CallbackPolicy.decide(call.facts(assessment.map(Assessment::confident)), now.get());
            return switch (decision) {
                case CallbackPolicy.Decision.AskAgain(Instant at) ->
                    Uni.createFrom().item(Optional.of(at));
                case CallbackPolicy.Decision.Nothing() ->
                    judged(call, Uni.createFrom().voidItem());
                case CallbackPolicy.Decision.RingBack(var reason) ->
                    judged(call, tasks.openOnce(session, call, reason, assessment.map(Assessment::hoaxLikelihood)));
                case CallbackPolicy.Decision.Settled(var outcome) ->
                    judged(call, tasks.closeIfOpen(session, call.callId, outcome));
            };
        });
    }

    private static Uni<Optional<Instant>> judged(CallState call, Uni<Void> consequence) {
        call.judged();
        return consequence.replaceWith(Optional.empty());
    }
}
