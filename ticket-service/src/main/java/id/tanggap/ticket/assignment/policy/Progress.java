package id.tanggap.ticket.assignment.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an assignment has come and when it took its steps.
 *
 * @param receivedAt when the agency was given the ticket, the last time
 * @param closedAt when its part ended, in whatever way
 */
public record Progress(
        AssignmentStatus status,
        Instant receivedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> enrouteAt,
        Optional<Instant> onsceneAt,
        Optional<Instant> closedAt,
        Conclusion conclusion) {

    /** The beginning of every assignment. */
    public static Progress received(Instant at) {
        return begun(AssignmentStatus.ACTIVE, at);
    }

    /** The new beginning of one that was done: what it did before is in the ticket's past events. */
    public static Progress reopened(Instant at) {
        return begun(AssignmentStatus.REOPENED, at);
    }

    /** The end of one whose ticket the command centre has called off, or merged into another. */
    public Progress calledOff(Instant at) {
        return new Progress(
                AssignmentStatus.CANCELLED,
                receivedAt,
                acceptedAt,
                enrouteAt,
                onsceneAt,
                Optional.of(at),
                Conclusion.NONE);
    }

    private static Progress begun(AssignmentStatus status, Instant at) {
        return new Progress(
                status, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Conclusion.NONE);
    }

    /** When the last step was taken. */
    Instant lastStepAt() {
        return Stream.of(Optional.of(receivedAt), acceptedAt, enrouteAt, onsceneAt, closedAt)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(receivedAt);
    }
}
