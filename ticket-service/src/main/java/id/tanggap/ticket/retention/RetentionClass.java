package id.tanggap.ticket.retention;

/** Kinds of data that are kept for different times. */
public enum RetentionClass {
    CONTACT,
    TICKET,
    CALL_BACK
}
