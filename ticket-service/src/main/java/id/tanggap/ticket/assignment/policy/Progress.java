package id.tanggap.ticket.assignment.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an assignment has come and when it took its steps.
 *
 * @param receivedAt when the agency was given the ticket
 */
public record Progress(
        AssignmentStatus status,
        Instant receivedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> enrouteAt,
        Optional<Instant> onsceneAt,
        Optional<Instant> closedAt,
        Optional<String> outcome) {

    /** The beginning of every assignment. */
    public static Progress received(Instant at) {
        return new Progress(
                AssignmentStatus.ACTIVE,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** When the last step was taken. */
    Instant lastStepAt() {
        return Stream.of(Optional.of(receivedAt), acceptedAt, enrouteAt, onsceneAt, closedAt)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(receivedAt);
    }
}
