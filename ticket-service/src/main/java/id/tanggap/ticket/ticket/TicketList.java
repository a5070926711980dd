package id.tanggap.ticket.ticket;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists tickets, the newest first, by keyset: identifiers are UUIDv7 and so ordered by time. */
@ApplicationScoped
public class TicketList {

    private final Tickets tickets;

    TicketList(Tickets tickets) {
        this.tickets = tickets;
    }

    /** At most {@code limit} tickets. */
    public Uni<List<Ticket>> list(Mutiny.Session session, TicketFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        filter.status().ifPresent(status -> add(conditions, values, "t.status = :status", "status", status));
        filter.category()
                .ifPresent(category -> add(conditions, values, "t.category = :category", "category", category));
        filter.olderThan().ifPresent(id -> add(conditions, values, "t.id < :older", "older", id));
        filter.agency()
                .ifPresent(agency -> add(
                        conditions,
                        values,
                        "exists (select 1 from Assignment a where a.ticket = t and a.agency = :agency)",
                        "agency",
                        agency));
        filter.text()
                .ifPresent(text -> add(
                        conditions,
                        values,
                        "(lower(t.number) like :text escape '!' or lower(t.reportText) like :text escape '!')",
                        "text",
                        "%" + text.toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = session.createQuery("select t.id from Ticket t" + where + " order by t.id desc", UUID.class);
        values.forEach(query::setParameter);
        // Identifiers first: a page of a joined query would be cut in memory.
        return query.setMaxResults(filter.limit()).getResultList().chain(ids -> tickets.withIds(session, ids));
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
