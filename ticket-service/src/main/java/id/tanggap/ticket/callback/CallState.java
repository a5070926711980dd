package id.tanggap.ticket.callback;

import id.tanggap.ticket.callback.policy.CallFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What this service knows of a call. */
@Entity
public class CallState {

    @Id
    String callId;

    String callerRef;

    @Enumerated(EnumType.STRING)
    CallFacts.Ending ending;

    Instant endedAt;
    boolean reported;
    boolean traceable = true;

    @Enumerated(EnumType.STRING)
    CallFacts.Disposition disposition;

    Instant dueAt;
    Instant updatedAt;

    protected CallState() {}

    CallState(String callId, Instant now) {
        this.callId = callId;
        this.updatedAt = now;
    }

    /**
     * @param grace how long to wait for the report and triage's last word once the call has ended
     * @param silence how long to wait for the next sign of a call that runs
     */
    void change(CallChange change, Instant now, Duration grace, Duration silence) {
        boolean said = change.disposition().isPresent() && change.disposition().get() != disposition;
        callerRef = change.callerRef().orElse(callerRef);
        traceable = change.traceable();
        disposition = change.disposition().orElse(disposition);
        if (ending == null && change.ending().isPresent()) {
            ending = change.ending().get();
            endedAt = now;
            dueAt = now.plus(grace);
        } else if (ending == null) {
            // Its end may never be told: a gateway that was cut off knows nothing of it.
            dueAt = now.plus(silence);
        } else if (said) {
            // Who has just said something of the call may still be writing its report.
            dueAt = now.plus(grace);
        }
        updatedAt = now;
    }

    void report(String reporterRef, Instant now) {
        reported = true;
        callerRef = reporterRef == null ? callerRef : reporterRef;
        updatedAt = now;
    }

    /** The call is judged: only a new fact will have it judged again. */
    void judged() {
        dueAt = null;
    }

    CallFacts facts(Optional<Boolean> confident) {
        return new CallFacts(
                Optional.ofNullable(ending),
                Optional.ofNullable(dueAt),
                reported,
                traceable,
                Optional.ofNullable(disposition),
                confident);
    }
}
