package id.tanggap.ticket.callback;

import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.callback.policy.CallbackOutcome;
import id.tanggap.ticket.callback.policy.CallbackReason;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody of the command centre must ring back. At most one for each call; no ticket and not counted as one. */
@Entity
public class CallbackTask {

    @Id
    UUID id;

    String callId;
    String callerRef;

    @Enumerated(EnumType.STRING)
    CallbackReason reason;

    Double hoaxLikelihood;
    Instant openedAt;
    Instant closedAt;

    @Enumerated(EnumType.STRING)
    CallbackOutcome outcome;

    String closedBy;
    boolean afterHours;
    long version;

    protected CallbackTask() {}

    CallbackTask(
            CallState call,
            CallbackReason reason,
            Optional<Double> hoaxLikelihood,
            Instant openedAt,
            boolean afterHours) {
        this.id = EventIds.next();
        this.callId = call.callId;
        this.callerRef = call.callerRef;
        this.reason = reason;
        this.hoaxLikelihood = hoaxLikelihood.orElse(null);
        this.openedAt = openedAt;
        this.afterHours = afterHours;
        this.version = 1;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** Whether it was closed by a word on the call, which can be corrected. */
    boolean isRevocable() {
        return outcome != null && outcome.isRevocable();
    }

    void reopen(CallbackReason reason) {
        this.reason = reason;
        this.outcome = null;
        this.closedBy = null;
        this.closedAt = null;
        version++;
    }

    void close(CallbackOutcome outcome, String by, Instant at) {
        this.outcome = outcome;
        this.closedBy = by;
        this.closedAt = at;
        version++;
    }
}
