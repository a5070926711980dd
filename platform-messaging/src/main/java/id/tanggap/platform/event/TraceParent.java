package id.tanggap.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** The W3C {@code traceparent} of the running span, kept beside an event so that a trace survives the outbox. */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /** The current span as a {@code traceparent} value (W3C Trace Context, version 00), empty outside a span. */
    public static Optional<String> current() {
        return of(Span.current());
    }

    /** The same of that span, empty if it is none. */
    public static Optional<String> of(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? Optional.of("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex())
                : Optional.empty();
    }

    /** Does the work within the span of this value, such as {@link #current} gave it; within none if it is not one. */
    public static void within(Optional<String> traceparent, Runnable work) {
        context(traceparent).wrap(work).run();
    }

    /** Whose span is that of this value; none if it is not one. */
    public static Context context(Optional<String> traceparent) {
        SpanContext span = traceparent.map(TraceParent::read).orElse(SpanContext.getInvalid());
        return Context.root().with(Span.wrap(span));
    }

    private static SpanContext read(String value) {
        String[] parts = value.split("-");
        return parts.length == 4 && parts[3].length() == 2
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
