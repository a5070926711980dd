package id.tanggap.platform.inbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets handled events that no topic can deliver any more. */
@ApplicationScoped
class InboxPurge {

    private static final Logger LOG = Logger.getLogger(InboxPurge.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Pool pool;
    private final Vertx vertx;
    private final Duration retention;

    /** @param retention longer than the longest retention of a topic or dead-letter queue (30 days), whose records may come again */
    InboxPurge(
            Pool pool,
            Vertx vertx,
            @ConfigProperty(name = "tanggap.inbox.retention", defaultValue = "P31D") Duration retention) {
        this.pool = pool;
        this.vertx = vertx;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> purge());
    }

    private void purge() {
        delete("delete from inbox_event where handled_at < $1")
                .chain(() -> delete("delete from inbox_cursor where handled_at < $1"))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("event=inbox-purge-failed cause=\"%s\"", failure));
    }

    private Uni<Void> delete(String sql) {
        return pool.withConnection(connection -> connection
                .preparedQuery(sql)
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(retention)))
                .replaceWithVoid());
    }
}
