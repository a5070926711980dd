package id.tanggap.triage.priority;

import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision about a caller's answering priority, as it is shown.
 *
 * @param hours how long it lasts from its confirmation
 * @param until end by itself: of the restriction, or of the wait for a person
 */
public record RestrictionState(
        UUID restrictionId,
        String callerRef,
        Optional<String> callId,
        State state,
        double hours,
        String reason,
        Optional<String> first,
        Optional<String> second,
        Instant createdAt,
        Optional<Instant> from,
        Instant until,
        Optional<Instant> endedAt,
        Optional<EndCause> endCause) {

    static RestrictionState of(RestrictionRow row) {
        return new RestrictionState(
                row.id,
                row.callerRef,
                Optional.ofNullable(row.callId),
                row.state,
                (double) row.lengthMs / Duration.ofHours(1).toMillis(),
                row.reason,
                Optional.ofNullable(row.firstBy),
                Optional.ofNullable(row.secondBy),
                row.createdAt,
                Optional.ofNullable(row.activeFrom),
                row.until,
                Optional.ofNullable(row.endedAt),
                Optional.ofNullable(row.endCause));
    }
}
