package id.tanggap.ticket.callback;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.callback.policy.CallbackOutcome;
import id.tanggap.ticket.callback.policy.CallbackReason;
import id.tanggap.ticket.clock.policy.ServiceHours;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Opens and closes call-back tasks, and tells of it: to be called under the call's lock. */
@ApplicationScoped
class CallbackTasks {

    private static final Logger LOG = Logger.getLogger(CallbackTasks.class);
    private static final String TOPIC = "ticket.callback.v1";
    private static final String TYPE = "id.tanggap.ticket.callback.v1";

    private final Outbox outbox;
    private final ServiceHours hours;
    private final Now now;

    CallbackTasks(Outbox outbox, ServiceHours hours, Now now) {
        this.outbox = outbox;
        this.hours = hours;
        this.now = now;
    }

    /** Opens the call's one task, or opens it again if what closed it holds no more. */
    Uni<Void> openOnce(Mutiny.Session session, CallState call, CallbackReason reason, Optional<Double> likelihood) {
        return ofCall(session, call.callId).chain(known -> {
            if (known.isPresent()) {
                return known.filter(CallbackTask::isRevocable)
                        .map(task -> reopen(session, task, reason))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            }
            Instant at = now.get();
            CallbackTask task = new CallbackTask(call, reason, likelihood, at, !hours.hold(at));
            LOG.infof("event=callback-opened task=%s call=%s reason=%s", task.id, task.callId, reason);
            return session.persist(task).chain(() -> publish(session, task, task.openedAt));
        });
    }

    private Uni<Void> reopen(Mutiny.Session session, CallbackTask task, CallbackReason reason) {
        task.reopen(reason);
        LOG.infof("event=callback-reopened task=%s call=%s reason=%s", task.id, task.callId, reason);
        return publish(session, task, now.get());
    }

    Uni<Void> closeIfOpen(Mutiny.Session session, String callId, CallbackOutcome outcome) {
        return ofCall(session, callId).chain(known -> known.filter(CallbackTask::isOpen)
                .map(task -> close(session, task, outcome, null))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> close(Mutiny.Session session, CallbackTask task, CallbackOutcome outcome, String by) {
        task.close(outcome, by, now.get());
        LOG.infof("event=callback-closed task=%s call=%s outcome=%s", task.id, task.callId, outcome);
        return publish(session, task, task.closedAt);
    }

    private static Uni<Optional<CallbackTask>> ofCall(Mutiny.Session session, String callId) {
        return session.createQuery("from CallbackTask t where t.callId = :call", CallbackTask.class)
                .setParameter("call", callId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private Uni<Void> publish(Mutiny.Session session, CallbackTask task, Instant at) {
        return outbox.append(
                session,
                new OutboxEvent(TOPIC, task.callId, TYPE, task.id.toString(), task.version, at, CallbackView.of(task)));
    }
}
