package id.tanggap.triage.priority;

import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a caller is answered now, and the decision that changed: the payload of {@code triage.restriction.v1}.
 *
 * @param until end of the lower priority, which it has by itself; empty for the normal one
 * @param restrictionId the decision that changed; another one may be in force
 */
public record CallerPriority(
        String callerRef,
        Level priority,
        Optional<Instant> until,
        UUID restrictionId,
        State state,
        Optional<EndCause> endCause,
        Instant changedAt) {

    /** After others, or in turn. */
    public enum Level {
        NORMAL,
        LOWER
    }

    static CallerPriority of(RestrictionRow changed, Optional<Instant> lowerUntil, Instant now) {
        return new CallerPriority(
                changed.callerRef,
                lowerUntil.isPresent() ? Level.LOWER : Level.NORMAL,
                lowerUntil,
                changed.id,
                changed.state,
                Optional.ofNullable(changed.endCause),
                now);
    }
}
