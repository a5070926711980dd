package id.tanggap.platform.outbox;

import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.metrics.Channels;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Times events from when they happened, just before their commit, until the broker has them. */
@ApplicationScoped
class PublishDelay {

    private final MeterRegistry registry;

    PublishDelay(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One that a kill has published twice is timed twice. Within the trace that wrote it: a slow bucket leads there. */
    void acknowledged(PendingEvent event) {
        Duration delay = Ages.between(event.time().toInstant(), Instant.now());
        TraceParent.within(event.traceparent(), () -> Ages.histogram(
                        registry,
                        "tanggap.outbox.publish.delay",
                        "From when an event happened until the broker acknowledged it",
                        Ages.EVENT,
                        Tags.of("channel", Channels.ofTopic(event.topic())))
                .record(delay));
    }
}
