package id.tanggap.intake.messaging;

import id.tanggap.intake.call.Calls;
import id.tanggap.platform.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what triage says of calls, for the operators to see. */
@ApplicationScoped
class AssessmentConsumer {

    private static final String CONSUMER = "intake";

    private final EventConsumer events;
    private final Calls calls;

    AssessmentConsumer(EventConsumer events, Calls calls) {
        this.events = events;
        this.calls = calls;
    }

    @Incoming("triage-assessment")
    Uni<Void> onAssessment(ConsumerRecord<String, byte[]> record) {
        return events.consume(
                CONSUMER,
                record,
                CallAssessed.class,
                (session, event) -> calls.assess(
                        session,
                        event.data().callId(),
                        event.data()
                                .assessment(event.sequence()
                                        .orElse(event.data().assessedAt().toEpochMilli()))));
    }
}
