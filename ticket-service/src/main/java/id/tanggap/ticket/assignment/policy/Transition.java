package id.tanggap.ticket.assignment.policy;

/** What becomes of an action: either a new progress or the reason why not. */
public sealed interface Transition {

    /** The action is possible. */
    record Permitted(Progress progress) implements Transition {}

    /** The action does not follow from the present status. */
    record Impossible(AssignmentStatus from, Action action) implements Transition {}

    /** The field's own time cannot be true: it lies after now, or long before the agency had the ticket. */
    record ImplausibleTime(String detail) implements Transition {}
}
