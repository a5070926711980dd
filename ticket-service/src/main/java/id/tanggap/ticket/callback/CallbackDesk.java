package id.tanggap.ticket.callback;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.call.CallLock;
import id.tanggap.ticket.callback.policy.CallbackOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the people of the command centre do with call-back tasks. */
@ApplicationScoped
public class CallbackDesk {

    private final CallbackTasks tasks;
    private final CallLock lock;

    CallbackDesk(CallbackTasks tasks, CallLock lock) {
        this.tasks = tasks;
        this.lock = lock;
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
