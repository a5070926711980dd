package id.tanggap.intake.messaging;

import id.tanggap.intake.priority.AnsweringPriorities;
import id.tanggap.platform.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in which callers are answered after others, for the gateway to ask. */
@ApplicationScoped
class PriorityConsumer {

    private static final String CONSUMER = "intake";

    private final EventConsumer events;
    private final AnsweringPriorities priorities;

    PriorityConsumer(EventConsumer events, AnsweringPriorities priorities) {
        this.events = events;
        this.priorities = priorities;
    }

    @Incoming("triage-restriction")
    Uni<Void> onPriority(ConsumerRecord<String, byte[]> record) {
        return events.consume(
                CONSUMER,
                record,
                CallerPriority.class,
                (session, event) -> priorities.tell(
                        session, event.data().callerRef(), event.data().lowerUntil()));
    }
}
