package id.tanggap.ticket.retention;

import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what could not be removed, for all replicas and across restarts. */
@ApplicationScoped
class PutOff {

    private static final String PUT_OFF =
            """
            insert into retention_put_off (class, id, until) values (:class, :id, :until)
                on conflict (class, id) do update set until = excluded.until
            """;

    private final Now now;

    PutOff(Now now) {
        this.now = now;
    }

    /** Lets others come before this one for some time. */
    Uni<Void> putOff(Mutiny.Session session, RetentionClass kind, UUID id, Duration time) {
        return session.createNativeQuery(PUT_OFF)
                .setParameter("class", kind.name())
                .setParameter("id", id)
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
}
