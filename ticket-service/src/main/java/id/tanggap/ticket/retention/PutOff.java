package id.tanggap.ticket.retention;

import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what could not be removed, for all replicas and across restarts. */
@ApplicationScoped
class PutOff {

    private static final String PUT_OFF =
            """
            insert into retention_put_off (class, id, until, why) values (:class, :id, :until, :why)
                on conflict (class, id) do update set until = excluded.until, why = excluded.why
            """;

    private final Now now;

    PutOff(Now now) {
        this.now = now;
    }

    /** Lets others come before this one for some time. */
    Uni<Void> putOff(Mutiny.Session session, RetentionClass kind, Overdue one, Duration time) {
        return session.createNativeQuery(PUT_OFF)
                .setParameter("class", kind.name())
                .setParameter("id", one.id())
                .setParameter("why", one.why())
                .setParameter("until", now.get().plus(time).atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** It is removed. */
    Uni<Void> forget(Mutiny.Session session, RetentionClass kind, UUID id) {
        return session.createNativeQuery("delete from retention_put_off where class = :class and id = :id")
                .setParameter("class", kind.name())
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How many there are, class by class and why, the most first. */
    Uni<List<RetentionReport.Waiting>> all(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select class, why, count(*), min(until) from retention_put_off group by class, why"
                                + " order by count(*) desc, class, why",
                        Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(PutOff::waiting).toList());
    }

    private static RetentionReport.Waiting waiting(Object[] row) {
        return new RetentionReport.Waiting(
                RetentionClass.valueOf((String) row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((OffsetDateTime) row[3]).toInstant());
    }
}
