package id.tanggap.notification.feed;

import java.time.Instant;

/**
 * A change of a ticket as one agency is told of it.
 *
 * @param agency whose view it is
 * @param ticketSequence version of the ticket, 0 where its producer counted none
 * @param change what happened to the ticket; an open code
 * @param priority 0..10
 * @param view the agency's view as JSON on one line; may hold personal data
 */
public record TicketNews(
        String agency,
        String ticketId,
        long ticketSequence,
        String change,
        int priority,
        Instant occurredAt,
        String view) {

    /** Without the view, so that nothing personal reaches a log. */
    @Override
    public String toString() {
        return "TicketNews[agency=" + agency + ", ticketId=" + ticketId + ", ticketSequence=" + ticketSequence + "]";
    }
}
