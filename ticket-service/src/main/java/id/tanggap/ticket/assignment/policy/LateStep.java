package id.tanggap.ticket.assignment.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step that is told after later ones: it was taken before them if its own time says so. */
final class LateStep {

    private LateStep() {}

    /**
     * The progress with the time of a step that had none; empty if the step has a time, if no later one was taken, or if
     * {@code at} does not lie between those around it.
     *
     * @param tolerance by how much the clock of a phone may be wrong: a little before the step before is at that step
     */
    static Optional<Progress> put(Progress p, Action action, Instant at, Duration tolerance) {
        int step = steps(action);
        List<Optional<Instant>> times = List.of(p.acceptedAt(), p.enrouteAt(), p.onsceneAt(), p.closedAt());
        if (step < 0
                || p.status() == AssignmentStatus.CANCELLED
                || times.get(step).isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> after = times.subList(step + 1, times.size()).stream()
                .flatMap(Optional::stream)
                .findFirst();
        Instant before = Stream.concat(
                        Stream.of(p.receivedAt()),
                        times.subList(0, step).stream().flatMap(Optional::stream))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        if (after.isEmpty() || at.isAfter(after.get()) || at.isBefore(before.minus(tolerance))) {
            return Optional.empty();
        }
        return Optional.of(with(p, action, Optional.of(at.isBefore(before) ? before : at)));
    }

    private static int steps(Action action) {
        return switch (action) {
            case ACCEPT -> 0;
            case ENROUTE -> 1;
            case ONSCENE -> 2;
            case CLOSE, REFER -> -1;
        };
    }

    private static Progress with(Progress p, Action action, Optional<Instant> at) {
        return new Progress(
                p.status(),
                p.receivedAt(),
                action == Action.ACCEPT ? at : p.acceptedAt(),
                action == Action.ENROUTE ? at : p.enrouteAt(),
                action == Action.ONSCENE ? at : p.onsceneAt(),
                p.closedAt(),
                p.conclusion());
    }
}
