package id.tanggap.platform.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class SpanPrivacyTest {

    private static final SdkTracerProvider TRACERS =
            SdkTracerProvider.builder().addSpanProcessor(new SpanPrivacy()).build();

    @Test
    void what_somebody_may_have_typed_is_hidden() {
        Attributes begun = begunWith(Attributes.builder()
                .put("url.path", "/api/v1/calls/+6281234567890")
                .put("url.query", "q=Siti")
                .put("url.full", "https://hook.example/secret-token")
                .put("user_agent.original", "x")
                .put("messaging.kafka.message.key", "x")
                .put("never.heard.of", "x")
                .build());

        begun.forEach((key, value) -> assertEquals(SpanPrivacy.HIDDEN, value, key.getKey()));
        assertEquals(6, begun.size());
    }

    @Test
    void what_tells_the_way_stays() {
        Attributes told = Attributes.builder()
                .put("http.request.method", "POST")
                .put("messaging.destination.name", "ticket.agency.damkar.v1")
                .put("cloudevents.event_subject", "JPR-1")
                .put("server.port", 8101)
                .build();

        assertEquals(told, begunWith(told));
    }

    private static Attributes begunWith(Attributes attributes) {
        Span span = TRACERS.get("test")
                .spanBuilder("any")
                .setAllAttributes(attributes)
                .startSpan();
        span.end();
        return ((ReadableSpan) span).toSpanData().getAttributes().toBuilder().build();
    }
}
