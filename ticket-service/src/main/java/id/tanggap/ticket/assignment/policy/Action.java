package id.tanggap.ticket.assignment.policy;

/** What an agency can say of its part of a ticket. */
public enum Action {
    ACCEPT(AssignmentStatus.RESOURCES_ASSIGNED),
    ENROUTE(AssignmentStatus.RESOURCES_ENROUTE),
    ONSCENE(AssignmentStatus.RESOURCES_ONSCENE),
    CLOSE(AssignmentStatus.CLOSED);

    private final AssignmentStatus target;

    Action(AssignmentStatus target) {
        this.target = target;
    }

    /** The status that the action leads to. */
    public AssignmentStatus target() {
        return target;
    }
}
