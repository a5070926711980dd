package id.tanggap.ticket.export.open311;

import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketStatus;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the tickets of the open view: none that was found to be a hoax, and each incident once. */
@ApplicationScoped
public class OpenRequests {

    /** As many as an answer has (GeoReport v2). */
    public static final int MOST = 1000;

    private static final String OPEN =
            """
            select id from ticket
             where category in (:codes) and replaced_by is null and verification is distinct from 'HOAX'
            """;
    private static final String WHEN = " and id >= :first and id < :before and status in (:statuses)";
    private static final String NEWEST = " order by id desc";

    private final Tickets tickets;

    OpenRequests(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Those of these categories opened in this time, the newest first, at most a thousand. */
    public Uni<List<Ticket>> list(
            Mutiny.Session session, List<String> codes, Instant from, Instant to, List<TicketStatus> statuses) {
        return codes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(OPEN + WHEN + NEWEST, UUID.class)
                        .setParameter("codes", codes)
                        .setParameter("first", EventIds.firstOf(from))
                        .setParameter("before", EventIds.firstOf(to))
                        .setParameter(
                                "statuses", statuses.stream().map(Enum::name).toList())
                        .setMaxResults(MOST)
                        .getResultList()
                        .chain(ids -> tickets.withIds(session, ids));
    }

    /** Those with these numbers. */
    public Uni<List<Ticket>> withNumbers(Mutiny.Session session, List<String> codes, List<String> numbers) {
        return codes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(OPEN + " and number in (:numbers)" + NEWEST, UUID.class)
                        .setParameter("codes", codes)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .chain(ids -> tickets.withIds(session, ids));
    }

    /** The one with this number. */
    public Uni<Optional<Ticket>> withNumber(Mutiny.Session session, List<String> codes, String number) {
        return withNumbers(session, codes, List.of(number))
                .map(found -> found.stream().findFirst());
    }
}
