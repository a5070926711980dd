package id.tanggap.ticket.ticket;

import java.util.Optional;
import java.util.UUID;

/**
 * What a list of tickets is narrowed to.
 *
 * @param agency only tickets in which this agency has a part
 * @param text occurs in the number or the report's text, upper and lower case alike
 * @param olderThan only tickets opened before this one
 */
public record TicketFilter(
        Optional<TicketStatus> status,
        Optional<String> agency,
        Optional<String> category,
        Optional<String> text,
        Optional<UUID> olderThan,
        int limit) {}
