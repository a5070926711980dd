package id.tanggap.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Measures how far the relay is behind and forgets what was published long ago. */
@ApplicationScoped
class OutboxUpkeep {

    private static final Logger LOG = Logger.getLogger(OutboxUpkeep.class);
    private static final Duration MEASURE = Duration.ofSeconds(10);
    private static final Duration PURGE = Duration.ofMinutes(5);

    private final OutboxStore store;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private volatile OutboxStore.Backlog backlog = new OutboxStore.Backlog(0, 0);

    OutboxUpkeep(OutboxStore store, OutboxConfig config, Vertx vertx, MeterRegistry metrics) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.outbox.unpublished", () -> backlog.events())
                .description("Committed events that the broker has not acknowledged")
                .register(metrics);
        Gauge.builder("tanggap.outbox.oldest.age", () -> backlog.oldestSeconds())
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(metrics);
        vertx.setPeriodic(MEASURE.toMillis(), tick -> measure());
        vertx.setPeriodic(PURGE.toMillis(), tick -> purge());
    }

    private void measure() {
        store.backlog()
                .subscribe()
                .with(
                        found -> backlog = found,
                        failure -> LOG.debugf("event=outbox-measure-failed cause=\"%s\"", failure));
    }

    private void purge() {
        store.purgePublishedBefore(config.retention())
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=outbox-purged rows=%d", rows),
                        failure -> LOG.warnf("event=outbox-purge-failed cause=\"%s\"", failure));
    }
}
