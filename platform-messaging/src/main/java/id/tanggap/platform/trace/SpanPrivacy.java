package id.tanggap.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Lets no span say what somebody may have typed: of the texts that instrumentation begins a span with, only those of a known and
 * harmless meaning stay. A path, a query, a client's address or a webhook's URL can hold a number, a name or a secret; a span's route
 * and the ids of its events tell enough. Exceptions, whose messages may quote anything, are no span's at all: see
 * {@code quarkus.otel.span.event.count.limit}.
 */
@Singleton
final class SpanPrivacy implements SpanProcessor {

    /** Instead of a text: an attribute that a span has cannot be taken from it. */
    static final String HIDDEN = "-";

    private static final Set<String> HARMLESS = Set.of(
            "cloudevents.event_id",
            "cloudevents.event_subject",
            "cloudevents.event_type",
            "http.request.method",
            "http.route",
            "messaging.client.id",
            "messaging.client_id",
            "messaging.consumer.group.name",
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.kafka.consumer.group",
            "messaging.operation",
            "messaging.operation.name",
            "messaging.operation.type",
            "messaging.system",
            "network.protocol.name",
            "network.protocol.version",
            "server.address",
            "url.scheme");

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        span.getAttributes().forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING && !HARMLESS.contains(key.getKey())) {
                span.setAttribute(AttributeKey.stringKey(key.getKey()), HIDDEN);
            }
        });
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // What instrumentation adds at the end is what it has measured.
    }
}
