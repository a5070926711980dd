package id.tanggap.ticket.ticket;

/** What made a ticket change. */
public enum Change {
    OPENED,
    ASSIGNMENT,
    ASSESSED,
    REPORTER,
    PRIORITY,
    VERIFIED,
    CONTACT_REMOVED,
    MERGED,
    SPLIT,
    RELATED
}
