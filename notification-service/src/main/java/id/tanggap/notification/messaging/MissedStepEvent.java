package id.tanggap.notification.messaging;

import id.tanggap.notification.ladder.MissedStep;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What this service reads of {@code ticket.escalation.v1}.
 *
 * @param step an open code; only a missed acceptance wakes anybody
 */
public record MissedStepEvent(
        @NotNull UUID escalationId,
        @NotBlank String ticketId,
        @NotBlank String number,
        @NotBlank String category,
        @Min(0) @Max(10) int priority,
        @NotNull UUID assignmentId,
        @NotBlank String agency,
        @NotBlank String step,
        @NotNull Instant clockFrom,
        @NotNull Instant escalatedAt) {

    private static final String TEST = "TEST";

    /** The missed acceptance that it tells of; none if it is another step, or of a ticket that only tests. */
    Optional<MissedStep> missedAcceptance() {
        boolean acceptance = step.equals("ACCEPT") || step.equals("ACCEPT_REMINDED");
        return acceptance && !category.equals(TEST)
                ? Optional.of(new MissedStep(
                        escalationId, ticketId, number, priority, assignmentId, agency, clockFrom, escalatedAt))
                : Optional.empty();
    }
}
