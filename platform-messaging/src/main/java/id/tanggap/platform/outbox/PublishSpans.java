package id.tanggap.platform.outbox;

import id.tanggap.platform.event.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;

/** The sending of each event, in the trace that wrote it: what lies before it there is the wait in the outbox. */
@ApplicationScoped
class PublishSpans {

    private final Tracer tracer;

    PublishSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** No span for an event that no trace has written. Names by the OpenTelemetry conventions for messaging and CloudEvents. */
    Span begin(PendingEvent event) {
        if (event.traceparent().isEmpty()) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder(event.topic() + " publish")
                .setSpanKind(SpanKind.PRODUCER)
                .setParent(TraceParent.context(event.traceparent()))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation", "publish")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("cloudevents.event_id", event.id().toString())
                .setAttribute("cloudevents.event_type", event.type())
                .setAttribute("cloudevents.event_subject", event.subject())
                .startSpan();
    }

    /** {@code failure}: null if the broker has acknowledged it. */
    void end(Span span, Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }
}
