package id.tanggap.ticket.assignment;

import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;

/** What became of a command. */
public sealed interface CommandOutcome {

    /**
     * It has had its effect.
     *
     * @param status to which the command led, even if the assignment has moved on since
     * @param repeated whether it had it before
     */
    record Applied(AssignmentStatus status, boolean repeated) implements CommandOutcome {}

    /**
     * It has no effect.
     *
     * @param field what of the command is at fault, empty if it is not one field
     */
    record Rejected(ProblemType type, String detail, String field) implements CommandOutcome {}
}
