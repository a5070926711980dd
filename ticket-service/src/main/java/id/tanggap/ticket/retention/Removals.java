package id.tanggap.ticket.retention;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.ticket.policy.TicketNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what was removed, in the transaction that removes it. */
@ApplicationScoped
class Removals {

    private static final String COUNT =
            """
            insert into retention_removal (day, class, removed) values (:day, :class, :removed)
                on conflict (day, class) do update set removed = retention_removal.removed + excluded.removed
            """;

    private final Now now;

    Removals(Now now) {
        this.now = now;
    }

    Uni<Void> count(Mutiny.Session session, RetentionClass kind, long removed) {
        return session.createNativeQuery(COUNT)
                .setParameter("day", TicketNumber.dayOf(now.get()))
                .setParameter("class", kind.name())
                .setParameter("removed", removed)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The last ones, the newest first. */
    Uni<List<RetentionReport.Removed>> last(Mutiny.Session session, int limit) {
        return session.createNativeQuery(
                        "select day, class, removed from retention_removal order by day desc, class", Object[].class)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(Removals::removal).toList());
    }

    private static RetentionReport.Removed removal(Object[] row) {
        return new RetentionReport.Removed(
                (LocalDate) row[0], RetentionClass.valueOf((String) row[1]), ((Number) row[2]).longValue());
    }
}
