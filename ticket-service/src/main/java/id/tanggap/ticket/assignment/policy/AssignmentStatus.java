package id.tanggap.ticket.assignment.policy;

/** Where an agency's part of a ticket stands, in the words of the EIDO status registry (NENA-STA-021.1). */
public enum AssignmentStatus {
    ACTIVE("Active"),
    RESOURCES_ASSIGNED("ResourcesAssigned"),
    RESOURCES_ENROUTE("ResourcesEnroute"),
    RESOURCES_ONSCENE("ResourcesOnscene"),
    CLOSED("Closed"),
    CANCELLED("Cancelled"),
    REOPENED("ReOpened");

    private final String eido;

    AssignmentStatus(String eido) {
        this.eido = eido;
    }

    /** The name in the registry, as contracts carry it. */
    public String eido() {
        return eido;
    }

    /** Whether the agency has done nothing with it yet. */
    public boolean isUntouched() {
        return this == ACTIVE || this == REOPENED;
    }

    /** Whether nothing more is expected of the agency. */
    public boolean isDone() {
        return this == CLOSED || this == CANCELLED;
    }
}
