package id.tanggap.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** The W3C {@code traceparent} of the running span, kept beside an event so that a trace survives the outbox. */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /** The current span as a {@code traceparent} value (W3C Trace Context, version 00), empty outside a span. */
    public static Optional<String> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }
}
