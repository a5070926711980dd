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

    private static final String DOWN =
            """
             union all
            select t.id from ticket t join merged m on t.replaced_by = m.id)
            """;
    private static final String MERGED = "with recursive merged(id) as (select cast(:id as uuid) " + DOWN;
    private static final String MERGED_ALL =
            "with recursive merged(id) as (select id from ticket where id in (:one, :other) " + DOWN;
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

    /**
     * Those of these two tickets that exist, for changing. Locked in one order, whoever asks: two who want the same ones wait
     * for each other and not for ever.
     */
    Uni<List<Ticket>> lockBoth(Mutiny.Session session, UUID one, UUID other) {
        return session.createNativeQuery(
                        "select id from ticket where id in (:one, :other) order by id for update", UUID.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getResultList()
                .chain(found -> withIds(session, found));
    }

    /** The ticket that stands for this one, for changing: itself unless it was merged. Empty if there is no such ticket. */
    public Uni<Optional<Ticket>> lockStanding(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("select replaced_by from ticket where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    return rows.getFirst() == null
                            ? lock(session, id).chain(found -> found.filter(Ticket::isReplaced)
                                    // Merged in the meantime.
                                    .map(merged -> lockStanding(session, merged.replacedBy))
                                    .orElseGet(() -> Uni.createFrom().item(found)))
                            : lockStanding(session, rows.getFirst());
                });
    }

    /** All tickets that were merged into this one, and into those, the first reported first. */
    public Uni<List<Ticket>> mergedInto(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(MERGED + "select id from merged where id <> :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .chain(ids -> withIds(session, ids))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(ticket -> ticket.reportedAt))
                        .toList());
    }

    /**
     * How many told of these two tickets, and of those merged into them, independently of each other: callers by their reference.
     * Those without one may all be the same, and count once.
     */
    Uni<Integer> callers(Mutiny.Session session, UUID one, UUID other) {
        return session.createNativeQuery(
                        MERGED_ALL
                                + "select count(distinct coalesce(t.caller_ref, '')) from merged join ticket t using (id)",
                        Long.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult()
                .map(Long::intValue);
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
