package id.tanggap.intake.messaging;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** What this service reads of {@code triage.restriction.v1}. */
record CallerPriority(@NotBlank @Size(max = 200) String callerRef, @NotNull Level priority, Instant until) {

    /** In turn, or after others. */
    enum Level {
        NORMAL,
        LOWER
    }

    @AssertTrue(message = "must be there with the lower priority, which would have no end")
    boolean isUntilGiven() {
        return priority != Level.LOWER || until != null;
    }

    Optional<Instant> lowerUntil() {
        return priority == Level.LOWER ? Optional.of(until) : Optional.empty();
    }
}
