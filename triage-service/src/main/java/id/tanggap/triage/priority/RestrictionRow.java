package id.tanggap.triage.priority;

import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.Restriction;
import id.tanggap.triage.priority.policy.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A decision about a caller's answering priority; changed only under the caller's lock. */
@Entity
@Table(name = "restriction")
public class RestrictionRow {

    @Id
    UUID id;

    String callerRef;
    String callId;

    @Enumerated(EnumType.STRING)
    State state;

    long lengthMs;
    String reason;
    String firstBy;
    String secondBy;
    Instant chainStart;
    Instant activeFrom;
    Instant until;
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    EndCause endCause;

    Instant createdAt;

    protected RestrictionRow() {}

    RestrictionRow(UUID id, String callerRef, Optional<String> callId, String reason, Instant now) {
        this.id = id;
        this.callerRef = callerRef;
        this.callId = callId.orElse(null);
        this.reason = reason;
        this.createdAt = now;
    }

    Restriction restriction() {
        return new Restriction(
                state,
                Duration.ofMillis(lengthMs),
                Optional.ofNullable(firstBy),
                Optional.ofNullable(secondBy),
                Optional.ofNullable(chainStart),
                Optional.ofNullable(activeFrom),
                until,
                Optional.ofNullable(endCause));
    }

    RestrictionRow become(Restriction now, Instant at) {
        state = now.state();
        lengthMs = now.length().toMillis();
        firstBy = now.first().orElse(null);
        secondBy = now.second().orElse(null);
        chainStart = now.chainStart().orElse(null);
        activeFrom = now.from().orElse(null);
        until = now.until();
        endCause = now.cause().orElse(null);
        endedAt = state == State.ACTIVE || state.isPending() ? null : at;
        return this;
    }
}
