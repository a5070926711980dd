package id.tanggap.platform.metrics;

import id.tanggap.platform.tx.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads now and then what gauges show, never when they are asked. Each replica reads for itself, and all find the same: such gauges are
 * aggregated by their maximum, not their sum. While the source is away the last reading stays, without a word: that it is away is told
 * elsewhere.
 */
@ApplicationScoped
public class Readings {

    private static final Logger LOG = Logger.getLogger(Readings.class);

    private final Vertx vertx;
    private final MetricsConfig config;

    Readings(Vertx vertx, MetricsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** As often as the database may be asked. */
    public <T> void regularly(String what, Supplier<Uni<T>> read, Consumer<T> keep) {
        every(config.readEvery(), what, read, keep);
    }

    /** A reading that takes longer than the pause is followed by none until it has ended. */
    public <T> void every(Duration pause, String what, Supplier<Uni<T>> read, Consumer<T> keep) {
        AtomicBoolean underWay = new AtomicBoolean();
        vertx.setPeriodic(pause.toMillis(), tick -> {
            if (underWay.compareAndSet(false, true)) {
                OwnContext.run(vertx, read)
                        .onTermination()
                        .invoke(() -> underWay.set(false))
                        .subscribe()
                        .with(keep, failure -> LOG.debugf("event=reading-failed what=%s cause=\"%s\"", what, failure));
            }
        });
    }
}
