package id.tanggap.ticket.api;

/** Who looks, and therefore how much is seen. */
sealed interface Viewer {

    /** Operators and supervisors: every ticket, with its reporter. */
    record Centre() implements Viewer {}

    /** Operations: every ticket, without its reporter. */
    record Operations() implements Viewer {}

    /** An agency: its own tickets, in its own view. */
    record Agency(String id) implements Viewer {}
}
