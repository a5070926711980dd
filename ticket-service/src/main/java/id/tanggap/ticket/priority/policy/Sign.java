package id.tanggap.ticket.priority.policy;

/** What a report's text says of how urgent it is. */
public enum Sign {
    /** Somebody's life is at stake. */
    LIFE,
    /** A disaster, or what grows into one. */
    DISASTER,
    /** Many people or houses are concerned. */
    MANY,
    /** Children are concerned. */
    CHILDREN
}
