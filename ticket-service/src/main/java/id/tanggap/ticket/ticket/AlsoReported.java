package id.tanggap.ticket.ticket;

import id.tanggap.ticket.identity.Reporter;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A report of the same incident, whose ticket was merged into this one.
 *
 * @param reporter only for who may see it
 */
public record AlsoReported(
        UUID ticketId,
        String number,
        String text,
        Optional<Location> location,
        Optional<Reporter> reporter,
        Instant reportedAt) {

    static AlsoReported of(Ticket t, Optional<Reporter> reporter) {
        return new AlsoReported(t.id, t.number, t.reportText, Optional.ofNullable(t.location), reporter, t.reportedAt);
    }

    /** The same for somebody who is not to know who reported. */
    AlsoReported unnamed() {
        return new AlsoReported(ticketId, number, text, location, Optional.empty(), reportedAt);
    }
}
