package id.tanggap.ticket.assignment;

import id.tanggap.ticket.assignment.policy.Action;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What an agency says of its part of a ticket, over whatever way it came.
 *
 * @param commandId the agency's own: the same again has no second effect
 * @param at the field's own time
 * @param by who says so, as the agency writes it
 */
public record Command(
        UUID commandId,
        UUID ticketId,
        Action action,
        Instant at,
        Optional<String> by,
        Optional<String> note,
        Optional<String> outcome) {

    /** As exact as the database keeps it: read back, a command equals the one that was stored. */
    public Command {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
