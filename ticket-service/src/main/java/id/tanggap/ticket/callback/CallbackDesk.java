package id.tanggap.ticket.callback;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.call.CallLock;
import id.tanggap.ticket.callback.policy.CallbackOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the people of the command centre do with call-back tasks. */
@ApplicationScoped
public class CallbackDesk {

    private static final String OPEN =
            """
            from CallbackTask t where t.closedAt is null
             order by coalesce(t.hoaxLikelihood, 0), t.openedAt, t.id
            """;
    private static final String CLOSED =
            "from CallbackTask t where t.closedAt is not null order by t.closedAt desc, t.id";

    private final CallbackTasks tasks;
    private final CallLock lock;

    CallbackDesk(CallbackTasks tasks, CallLock lock) {
        this.tasks = tasks;
        this.lock = lock;
    }

    /** Open tasks in the order in which they should be worked, or closed ones, the last closed first. */
    public Uni<List<CallbackView>> list(Mutiny.Session session, boolean open, int limit) {
        return session.createQuery(open ? OPEN : CLOSED, CallbackTask.class)
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream().map(CallbackView::of).toList());
    }

    /** Closes the task with what the operator found; the same again changes nothing, something else is a conflict. */
    public Uni<CallbackView> close(Mutiny.Session session, UUID taskId, CallbackOutcome outcome, String operator) {
        return find(session, taskId)
                .chain(task -> lock.take(session, task.callId))
                // What was read before the lock may have changed.
                .chain(() -> find(session, taskId))
                .call(session::refresh)
                .chain(task -> {
                    if (task.isOpen()) {
                        return tasks.close(session, task, outcome, operator).replaceWith(task);
                    }
                    if (task.outcome == outcome) {
                        return Uni.createFrom().item(task);
                    }
                    throw Problem.of(ProblemType.CONFLICT, "The task was closed before, as " + task.outcome + ".");
                })
                .map(CallbackView::of);
    }

    private static Uni<CallbackTask> find(Mutiny.Session session, UUID taskId) {
        return session.find(CallbackTask.class, taskId).map(found -> Optional.ofNullable(found)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such call-back task.")));
    }
}
