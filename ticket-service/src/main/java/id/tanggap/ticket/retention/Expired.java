package id.tanggap.ticket.retention;

import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what is kept longer than it may be. */
@ApplicationScoped
class Expired {

    private static final String CONTACTS =
            """
            from ticket kept where status = 'CLOSED'
             and (reporter_sealed is not null or reporter_handover is not null or caller_ref is not null)
            """;
    private static final String TICKETS = "from ticket kept where status = 'CLOSED'";
    private static final String CALL_BACKS = "from callback_task kept where closed_at is not null";

    private static final String NOT_PUT_OFF =
            """
             and not exists (select 1 from retention_put_off p
                              where p.class = :class and p.id = kept.id and p.until > :now)
            """;

    private final Now now;

    Expired(Now now) {
        this.now = now;
    }

    /** The oldest of a class that are older than this and not put off, so many at most. */
    Uni<List<Overdue>> of(Mutiny.Session session, RetentionClass kind, Duration age, int limit) {
        Instant at = now.get();
        return session.createNativeQuery(
                        "select id " + from(kind) + " and closed_at < :before" + NOT_PUT_OFF
                                + " order by closed_at, id",
                        UUID.class)
                .setParameter("before", at.minus(age).atOffset(ZoneOffset.UTC))
                .setParameter("class", kind.name())
                .setParameter("now", at.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList()
                .map(ids -> ids.stream().map(Overdue::new).toList());
    }

    /** When the oldest of a class that is still kept was closed, empty if there is none. */
    Uni<Optional<Instant>> oldest(Mutiny.Session session, RetentionClass kind) {
        return session.createNativeQuery(
                        "select closed_at " + from(kind) + " order by closed_at, id", OffsetDateTime.class)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(at -> Optional.ofNullable(at).map(OffsetDateTime::toInstant));
    }

    private static String from(RetentionClass kind) {
        return switch (kind) {
            case CONTACT -> CONTACTS;
            case TICKET -> TICKETS;
            case CALL_BACK -> CALL_BACKS;
        };
    }
}
