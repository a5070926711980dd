package id.tanggap.triage.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.triage.assessment.ReassessmentSweep;
import id.tanggap.triage.assessment.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of what agencies found, whether the call is known here yet or not. */
@ApplicationScoped
class TicketConsumer {

    private final EventConsumer events;
    private final Triage triage;
    private final ReassessmentSweep again;

    TicketConsumer(EventConsumer events, Triage triage, ReassessmentSweep again) {
        this.events = events;
        this.triage = triage;
        this.again = again;
    }

    @Incoming("ticket-ticket")
    Uni<Void> ticket(ConsumerRecord<String, byte[]> record) {
        return events.consume(IntakeConsumers.CONSUMER, record, TicketChanged.class, (session, event) -> event.data()
                        .outcome()
                        .map(found -> triage.found(session, event.data().callId(), found, event.time()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(again::wakeIfAdded);
    }
}
