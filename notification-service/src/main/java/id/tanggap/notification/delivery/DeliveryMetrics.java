package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.metrics.Readings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts deliveries (sum over replicas) and measures how far they are behind (the same in each: max). */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ESCALATED = "escalated";
    private static final String KEPT_BACK = "kept_back";

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    private static final List<String> RESULTS = List.of(
            name(DeliveryStatus.DELIVERED),
            name(DeliveryStatus.RETRYING),
            name(DeliveryStatus.DEAD),
            ESCALATED,
            KEPT_BACK);

    private final MeterRegistry registry;
    private final DeliveryStore store;
    private final Readings readings;
    private volatile double lag;
    private volatile Map<SubscriptionState, Long> stopped = Map.of();

    DeliveryMetrics(MeterRegistry registry, DeliveryStore store, Readings readings) {
        this.registry = registry;
        this.store = store;
        this.readings = readings;
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
        readings.regularly("subscriptions", store::stopped, counts -> stopped = counts);
        readings.regularly("deliveries", store::lag, seconds -> lag = seconds);
        for (ChannelKind channel : ChannelKind.values()) {
            for (String result : RESULTS) {
                deliveries(channel, result);
            }
        }
    }

    /** After its commit. */
    void attempted(ClaimedDelivery delivery, Verdict verdict, Instant at) {
        deliveries(delivery.channel(), result(verdict)).increment();
        if (verdict instanceof Verdict.Delivered) {
            Ages.histogram(
                            registry,
                            "tanggap.delivery",
                            "From when a delivery was due until its channel took it on",
                            Ages.EVENT,
                            Tags.of("channel", name(delivery.channel())))
                    .record(Ages.between(delivery.dueAt(), at));
        }
    }

    /** After its commit: what had been counted as delivered was not, by its channel's own word. */
    void undelivered(ChannelKind channel, boolean another) {
        deliveries(channel, another ? ESCALATED : name(DeliveryStatus.DEAD)).increment();
    }

    private Counter deliveries(ChannelKind channel, String result) {
        return Counter.builder("tanggap.deliveries")
                .description("Attempts to deliver, by what came of them")
                .tag("result", result)
                .tag("channel", name(channel))
                .register(registry);
    }

    private static String result(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NextChannel next -> ESCALATED;
            case Verdict.KeptBack kept -> KEPT_BACK;
            default -> name(DeliveryAttempted.status(verdict));
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
