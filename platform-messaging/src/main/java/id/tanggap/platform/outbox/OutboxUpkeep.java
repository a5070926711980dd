package id.tanggap.platform.outbox;

import id.tanggap.platform.metrics.Readings;
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
    private static final Duration PURGE = Duration.ofMinutes(5);

    private final OutboxStore store;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Readings readings;
    private volatile OutboxStore.Backlog backlog = new OutboxStore.Backlog(0, 0);

    OutboxUpkeep(OutboxStore store, OutboxConfig config, Vertx vertx, MeterRegistry metrics, Readings readings) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
        this.readings = readings;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.outbox.unpublished.events", () -> backlog.events())
                .description("Committed events that the broker has not acknowledged")
                .register(metrics);
        Gauge.builder("tanggap.outbox.oldest.age", () -> backlog.oldestSeconds())
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(metrics);
        readings.regularly("outbox", store::backlog, found -> backlog = found);
        vertx.setPeriodic(PURGE.toMillis(), tick -> purge());
    }

    private void purge() {
        store.purgePublishedBefore(config.retention())
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=outbox-purged rows=%d", rows),
                        failure -> LOG.warnf("event=outbox-purge-failed cause=\"%s\"", failure));
    }
}
