package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.health.policy.SubscriptionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Counts deliveries and measures how far they are behind. */
@ApplicationScoped
class DeliveryMetrics {

    private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);
    private static final Duration MEASURE = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final DeliveryStore store;
    private final Vertx vertx;
    private volatile double lag;
    private volatile Map<SubscriptionState, Long> stopped = Map.of();

    DeliveryMetrics(MeterRegistry registry, DeliveryStore store, Vertx vertx) {
        this.registry = registry;
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.delivery.lag", () -> lag)
                .description("Age of the oldest delivery still on its way")
                .baseUnit("seconds")
                .register(registry);
        for (SubscriptionState state : EnumSet.complementOf(EnumSet.of(SubscriptionState.ACTIVE))) {
            Gauge.builder("tanggap.subscriptions.stopped", () -> stopped.getOrDefault(state, 0L))
                    .description("Subscriptions that are sent nothing but probes, or nothing at all")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        vertx.setPeriodic(MEASURE.toMillis(), tick -> store.stopped()
                .subscribe()
                .with(
                        counts -> stopped = counts,
                        failure -> LOG.debugf("event=delivery-measure-failed cause=\"%s\"", failure)));
        vertx.setPeriodic(MEASURE.toMillis(), tick -> store.lag()
                .subscribe()
                .with(
                        seconds -> lag = seconds,
                        failure -> LOG.debugf("event=delivery-measure-failed cause=\"%s\"", failure)));
    }

    void attempted(ClaimedDelivery delivery, Verdict verdict, Instant at) {
        registry.counter("tanggap.deliveries", "result", result(verdict), "channel", name(delivery.channel()))
                .increment();
        if (verdict instanceof Verdict.Delivered) {
            registry.timer("tanggap.delivery.time").record(Duration.between(delivery.dueAt(), at));
        }
    }

    private static String result(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NextChannel next -> "escalated";
            case Verdict.KeptBack kept -> "kept_back";
            default -> name(DeliveryAttempted.status(verdict));
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
