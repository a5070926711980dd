package id.tanggap.ticket.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a list of tickets is narrowed to.
 *
 * @param agency only tickets in which this agency has a part
 * @param area only tickets whose place was found in this kecamatan or desa, by its code
 * @param text words that all occur in the report, its place or the ticket's number, in this or another form; of the last its beginning does
 * @param from only tickets opened then or later, to the millisecond
 * @param to only tickets opened before, to the millisecond
 * @param olderThan only tickets opened before this one
 */
public record TicketFilter(
        Optional<TicketStatus> status,
        Optional<String> agency,
        Optional<String> category,
        Optional<String> area,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<UUID> olderThan,
        int limit) {}
