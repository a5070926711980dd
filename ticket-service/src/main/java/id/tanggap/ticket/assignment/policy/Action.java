package id.tanggap.ticket.assignment.policy;

/** What an agency can say of its part of a ticket. */
public enum Action {
    ACCEPT(AssignmentStatus.RESOURCES_ASSIGNED),
    ENROUTE(AssignmentStatus.RESOURCES_ENROUTE),
    ONSCENE(AssignmentStatus.RESOURCES_ONSCENE),
    CLOSE(AssignmentStatus.CLOSED),
    /** Not ours: names the agency that is in charge, which has it from then on. */
    REFER(AssignmentStatus.CANCELLED);

    private final AssignmentStatus target;

    Action(AssignmentStatus target) {
        this.target = target;
    }

    /** The status that the action leads to. */
    public AssignmentStatus target() {
        return target;
    }
}
