package id.tanggap.ticket.ticket;

/** Whether anything more is expected of any agency. */
public enum TicketStatus {
    OPEN,
    CLOSED
}
