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

/**
 * Forgets the ids of events handled long ago, but never the newest sequence of a subject: a compacted topic keeps the last
 * state of each for ever, and a consumer that was away for longer than its offsets are kept (7 days) reads it again from
 * the beginning. That is one small row a subject.
 */
@ApplicationScoped
class InboxPurge {

    private static final Logger LOG = Logger.getLogger(InboxPurge.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final String PURGE = "delete from inbox_event where handled_at < $1";

    private final Pool pool;
    private final Vertx vertx;
    private final Duration retention;

    /**
     * @param retention longer than a topic or dead-letter queue that is not compacted keeps its records (30 days), for these
     *     may come again
     */
    InboxPurge(
            Pool pool,
            Vertx vertx,
            @ConfigProperty(name = "tanggap.inbox.retention", defaultValue = "P31D") Duration retention) {
        this.pool = pool;
        this.vertx = vertx;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> purge().subscribe()
                .with(done -> {}, failure -> LOG.warnf("event=inbox-purge-failed cause=\"%s\"", failure)));
    }

    Uni<Void> purge() {
        return pool.withConnection(connection -> connection
                .preparedQuery(PURGE)
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(retention)))
                .replaceWithVoid());
    }
}
