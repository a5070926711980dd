package id.tanggap.ticket.ticket;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where tickets are kept. */
@ApplicationScoped
public class Tickets {

    private static final String WITH_ASSIGNMENTS = "from Ticket t left join fetch t.assignments ";

    /** The ticket of this report, for changing; empty if it has none yet. */
    public Uni<Optional<Ticket>> lockOfReport(Mutiny.Session session, String reportId) {
        return session.createNativeQuery("select id from ticket where report_id = :report for update", UUID.class)
                .setParameter("report", reportId)
                .getSingleResultOrNull()
                .chain(found -> found == null ? Uni.createFrom().item(Optional.empty()) : find(session, found));
    }

    /** The ticket, for reading. */
    public Uni<Optional<Ticket>> find(Mutiny.Session session, UUID id) {
        return session.createQuery(WITH_ASSIGNMENTS + "where t.id = :id", Ticket.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** The ticket, for changing: nobody else changes it until the transaction ends. */
    public Uni<Optional<Ticket>> lock(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("select id from ticket where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .chain(found -> found == null ? Uni.createFrom().item(Optional.empty()) : find(session, id));
    }

    /** The open tickets of a call, for changing. */
    public Uni<List<Ticket>> lockOpenOf(Mutiny.Session session, String callId) {
        return session.createNativeQuery(
                        "select id from ticket where call_id = :call and status = 'OPEN' order by id for update",
                        UUID.class)
                .setParameter("call", callId)
                .getResultList()
                .chain(ids -> withIds(session, ids));
    }

    /** These tickets, in this order. */
    Uni<List<Ticket>> inOrder(Mutiny.Session session, List<UUID> ids) {
        return withIds(session, ids).map(found -> found.stream()
                .sorted(Comparator.comparingInt(ticket -> ids.indexOf(ticket.id)))
                .toList());
    }

    /** These tickets, the newest first. */
    public Uni<List<Ticket>> withIds(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery(WITH_ASSIGNMENTS + "where t.id in :ids order by t.id desc", Ticket.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
