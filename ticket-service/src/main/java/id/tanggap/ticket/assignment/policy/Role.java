package id.tanggap.ticket.assignment.policy;

/** An agency's role in a ticket: exactly one leads. */
public enum Role {
    LEAD,
    SUPPORT
}
