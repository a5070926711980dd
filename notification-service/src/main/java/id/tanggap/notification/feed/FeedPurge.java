package id.tanggap.notification.feed;

import id.tanggap.notification.config.RetentionConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Forgets old entries of the feeds, but none that a delivery still needs. */
@ApplicationScoped
class FeedPurge {

    private static final Logger LOG = Logger.getLogger(FeedPurge.class);

    private static final String PURGE =
            """
            delete from feed_event e
             where e.stored_at < now() - make_interval(secs => $1)
               and not exists (select 1 from delivery d
                                where d.agency = e.agency and d.position = e.position
                                  and d.status in ('PENDING', 'RETRYING'))
            """;

    private final Pool pool;
    private final RetentionConfig config;
    private final Vertx vertx;

    FeedPurge(Pool pool, RetentionConfig config, Vertx vertx) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.purgeInterval().toMillis(), tick -> purge());
    }

    void purge() {
        pool.withConnection(connection -> connection.preparedQuery(PURGE).execute(Tuple.of((double)
                        config.feed().toSeconds())))
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=feed-purged rows=%d", rows.rowCount()),
                        failure -> LOG.warnf("event=feed-purge-failed cause=\"%s\"", failure));
    }
}
