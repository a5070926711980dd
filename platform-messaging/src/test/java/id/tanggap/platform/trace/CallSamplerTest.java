package id.tanggap.platform.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallSamplerTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final SamplingDecision RECORDED = SamplingDecision.RECORD_AND_SAMPLE;

    @Test
    void every_trace_is_recorded_unless_a_part_is_asked_for() {
        assertEquals(RECORDED, decision(1, Context.root(), SpanKind.SERVER, "/api/v1/calls"));
        assertEquals(SamplingDecision.DROP, decision(0, Context.root(), SpanKind.SERVER, "/api/v1/calls"));
    }

    @Test
    void what_the_parent_decided_holds() {
        assertEquals(RECORDED, decision(0, parent(TraceFlags.getSampled()), SpanKind.CONSUMER, "/"));
        assertEquals(SamplingDecision.DROP, decision(1, parent(TraceFlags.getDefault()), SpanKind.CONSUMER, "/"));
    }

    @Test
    void a_calls_sound_is_passed_over_even_if_its_sender_has_begun_a_trace() {
        Context begun = parent(TraceFlags.getSampled());
        assertEquals(SamplingDecision.DROP, decision(1, begun, SpanKind.SERVER, "/api/v1/calls/c1/audio"));
        assertEquals(RECORDED, decision(1, begun, SpanKind.SERVER, "/api/v1/calls/c1/report"));
        assertEquals(RECORDED, decision(1, begun, SpanKind.SERVER, "/api/v1/calls/audio/report"));
        assertEquals(RECORDED, decision(1, begun, SpanKind.CLIENT, "/audio"));
    }

    private static Context parent(TraceFlags flags) {
        return Context.root()
                .with(Span.wrap(
                        SpanContext.createFromRemoteParent(TRACE, "00f067aa0ba902b7", flags, TraceState.getDefault())));
    }

    private static SamplingDecision decision(double ratio, Context parent, SpanKind kind, String path) {
        TraceConfig config = new TraceConfig() {
            @Override
            public double ratio() {
                return ratio;
            }

            @Override
            public Set<String> passedOver() {
                return Set.of("audio");
            }
        };
        return new CallSampler(config)
                .shouldSample(
                        parent,
                        TRACE,
                        "any",
                        kind,
                        Attributes.builder().put("url.path", path).build(),
                        List.of())
                .getDecision();
    }
}
