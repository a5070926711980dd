package id.tanggap.ticket.callback;

import id.tanggap.ticket.callback.policy.CallbackOutcome;
import id.tanggap.ticket.callback.policy.CallbackReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call-back task: payload of ticket.callback.v1 and body of its REST view.
 *
 * @param change OPENED, also if opened again, or CLOSED: a task has these two states only
 */
public record CallbackView(
        UUID taskId,
        String callId,
        Optional<String> callerRef,
        Change change,
        CallbackReason reason,
        Optional<Double> hoaxLikelihood,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<CallbackOutcome> outcome) {

    /** What happened to the task last. */
    public enum Change {
        OPENED,
        CLOSED
    }

    static CallbackView of(CallbackTask t) {
        return new CallbackView(
                t.id,
                t.callId,
                Optional.ofNullable(t.callerRef),
                t.isOpen() ? Change.OPENED : Change.CLOSED,
                t.reason,
                Optional.ofNullable(t.hoaxLikelihood),
                t.openedAt,
                Optional.ofNullable(t.closedAt),
                Optional.ofNullable(t.outcome));
    }
}
