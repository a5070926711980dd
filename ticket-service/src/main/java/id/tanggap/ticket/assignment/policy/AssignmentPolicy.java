package id.tanggap.ticket.assignment.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state machine of an assignment: Active, then ResourcesAssigned, ResourcesEnroute, ResourcesOnscene and Closed
 * (NENA-STA-021.1).
 *
 * <p>Only forward, but steps may be left out: a crew that is on the scene has accepted, whether or not it found the time to
 * say so. What was left out has no time of its own, unless it is told late, by a phone that was offline: then the field's own
 * time puts it where it belongs, and the status stays. Closing is possible from every open status, and so is handing the ticket
 * to another agency, which ends this one's part as Cancelled.
 */
public final class AssignmentPolicy {

    private final Duration tolerance;

    /** @param tolerance by how much the clock of a phone in the field may be wrong */
    public AssignmentPolicy(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * What the action does.
     *
     * @param at the field's own time. Within the tolerance it is moved to lie between the last step and now, so that times
     *     never contradict the order of the steps
     * @param now the server's time
     * @param conclusion kept if the action ends the part
     */
    public Transition apply(Progress progress, Action action, Instant at, Instant now, Conclusion conclusion) {
        if (!follows(progress.status(), action)) {
            return LateStep.put(progress, action, at, tolerance)
                    .<Transition>map(Transition.Permitted::new)
                    .orElseGet(() -> new Transition.Impossible(progress.status(), action));
        }
        if (at.isAfter(now.plus(tolerance))) {
            return new Transition.ImplausibleTime("lies in the future");
        }
        if (at.isBefore(progress.receivedAt().minus(tolerance))) {
            return new Transition.ImplausibleTime("lies before the agency was given the ticket");
        }
        return new Transition.Permitted(moved(progress, action, plausible(progress, at, now), conclusion));
    }

    private static boolean follows(AssignmentStatus from, Action action) {
        return switch (from) {
            case ACTIVE, REOPENED -> true;
            case RESOURCES_ASSIGNED -> action != Action.ACCEPT;
            case RESOURCES_ENROUTE -> action != Action.ACCEPT && action != Action.ENROUTE;
            case RESOURCES_ONSCENE -> action == Action.CLOSE || action == Action.REFER;
            case CLOSED, CANCELLED -> false;
        };
    }

    private static Instant plausible(Progress progress, Instant at, Instant now) {
        Instant notLater = at.isAfter(now) ? now : at;
        Instant last = progress.lastStepAt();
        return notLater.isBefore(last) ? last : notLater;
    }

    private static Progress moved(Progress p, Action action, Instant at, Conclusion conclusion) {
        Optional<Instant> step = Optional.of(at);
        return switch (action) {
            case ACCEPT ->
                new Progress(
                        action.target(),
                        p.receivedAt(),
                        step,
                        p.enrouteAt(),
                        p.onsceneAt(),
                        p.closedAt(),
                        p.conclusion());
            case ENROUTE ->
                new Progress(
                        action.target(),
                        p.receivedAt(),
                        p.acceptedAt(),
                        step,
                        p.onsceneAt(),
                        p.closedAt(),
                        p.conclusion());
            case ONSCENE ->
                new Progress(
                        action.target(),
                        p.receivedAt(),
                        p.acceptedAt(),
                        p.enrouteAt(),
                        step,
                        p.closedAt(),
                        p.conclusion());
            case CLOSE, REFER ->
                new Progress(
                        action.target(),
                        p.receivedAt(),
                        p.acceptedAt(),
                        p.enrouteAt(),
                        p.onsceneAt(),
                        step,
                        conclusion);
        };
    }
}
