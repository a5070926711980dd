package id.tanggap.notification.feed;

import id.tanggap.notification.config.StreamConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Finds out what other replicas stored: one short query for the whole process, and only while a stream waits.
 *
 * <p>Not LISTEN/NOTIFY: a NOTIFY takes a lock over the whole database at commit, which would put every agency's writers in
 * one line, and needs a connection that no pooler shares.
 */
@ApplicationScoped
class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final FeedSignals signals;
    private final StreamConfig config;
    private final Vertx vertx;
    private final AtomicBoolean asking = new AtomicBoolean();
    private long timer = -1;

    FeedWatch(Pool pool, FeedSignals signals, StreamConfig config, Vertx vertx) {
        this.pool = pool;
        this.signals = signals;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        signals.close();
    }

    private void look() {
        if (!signals.awaited() || !asking.compareAndSet(false, true)) {
            return;
        }
        pool.withConnection(connection -> connection
                        .query("select agency, last_position from feed_counter")
                        .execute())
                // A database that accepts and never answers must not end the watch for ever.
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onTermination()
                .invoke(() -> asking.set(false))
                .subscribe()
                .with(
                        rows -> rows.forEach(
                                row -> signals.announce(row.getString("agency"), row.getLong("last_position"))),
                        failure -> LOG.debugf("event=feed-watch-failed cause=\"%s\"", failure));
    }
}
