package id.tanggap.platform.outbox;

import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.metrics.Channels;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times events from when they happened, just before their commit, until the broker has them. */
@ApplicationScoped
class PublishDelay {

    private final MeterRegistry registry;
    /** By topic: building one again only to find it costs more than counting. */
    private final Map<String, Timer> histograms = new ConcurrentHashMap<>();

    PublishDelay(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One that a kill has published twice is timed twice. Within the trace that wrote it: a slow bucket leads there. */
    void acknowledged(PendingEvent event) {
        Duration delay = Ages.between(event.time().toInstant(), Instant.now());
        TraceParent.within(
                event.traceparent(),
                () -> histograms.computeIfAbsent(event.topic(), this::histogram).record(delay));
    }

    private Timer histogram(String topic) {
        return Ages.histogram(
                registry,
                "tanggap.outbox.publish.delay",
                "From when an event happened until the broker acknowledged it",
                Ages.EVENT,
                Tags.of("channel", Channels.ofTopic(topic)));
    }
}
