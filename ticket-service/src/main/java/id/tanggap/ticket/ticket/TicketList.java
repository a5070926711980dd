package id.tanggap.ticket.ticket;

import id.tanggap.platform.event.EventIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds tickets, the newest first, by keyset: identifiers are UUIDv7 of the time of opening. How they are found fast among a
 * million is the database's, in its function {@code search_tickets}.
 */
@ApplicationScoped
public class TicketList {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final String AND = " & ";

    private static final String ALL =
            "select id from ticket where id >= :first and id < :before order by id desc limit :most";
    private static final String WANTED =
            "select * from search_tickets(cast(:narrowed as tsquery), :first, :before, :most)";
    private static final String ASKED = "select * from search_tickets("
            + "cast(:narrowed as tsquery) && search_query(:text), :first, :before, :most)";
    private static final String SAID = "select * from search_tickets(search_query(:text), :first, :before, :most)";

    private final Tickets tickets;

    TicketList(Tickets tickets) {
        this.tickets = tickets;
    }

    /** At most {@code limit} tickets. */
    public Uni<List<Ticket>> list(Mutiny.Session session, TicketFilter filter) {
        String narrowed = narrowed(filter);
        var query = session.createNativeQuery(statement(narrowed, filter.text()), UUID.class)
                .setParameter("first", filter.from().map(EventIds::firstOf).orElse(FIRST))
                .setParameter("before", before(filter))
                .setParameter("most", filter.limit());
        if (!narrowed.isEmpty()) {
            query.setParameter("narrowed", narrowed);
        }
        filter.text().ifPresent(text -> query.setParameter("text", text));
        return query.getResultList().chain(ids -> tickets.withIds(session, ids));
    }

    private static String statement(String narrowed, Optional<String> text) {
        if (text.isPresent()) {
            return narrowed.isEmpty() ? SAID : ASKED;
        }
        return narrowed.isEmpty() ? ALL : WANTED;
    }

    private static UUID before(TicketFilter filter) {
        UUID end = filter.to().map(EventIds::firstOf).orElse(LAST);
        // As PostgreSQL compares them, and not as UUID does, which takes their halves for signed.
        return filter.olderThan()
                .filter(cursor -> cursor.toString().compareTo(end.toString()) < 0)
                .orElse(end);
    }

    /** The lexemes that the ticket's document must have. */
    private static String narrowed(TicketFilter filter) {
        return Stream.of(
                        filter.status().map(status -> lexeme("status", status.name())),
                        filter.agency().map(agency -> lexeme("agency", agency)),
                        filter.category().map(category -> lexeme("category", category)),
                        filter.area().map(area -> lexeme("area", area)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(AND));
    }

    private static String lexeme(String kind, String code) {
        return "'#%s:%s'".formatted(kind, code.replace("\\", "\\\\").replace("'", "''"));
    }
}
