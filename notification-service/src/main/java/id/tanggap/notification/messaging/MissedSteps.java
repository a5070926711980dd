package id.tanggap.notification.messaging;

import id.tanggap.notification.ladder.Ladders;
import id.tanggap.platform.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what agencies have missed, and has the people of one that does not accept woken. */
@ApplicationScoped
public class MissedSteps {

    private static final String CONSUMER = "notification";

    private final EventConsumer events;
    private final Ladders ladders;

    MissedSteps(EventConsumer events, Ladders ladders) {
        this.events = events;
        this.ladders = ladders;
    }

    @Incoming("ticket-escalation")
    Uni<Void> onMissedStep(ConsumerRecord<String, byte[]> record) {
        return events.consume(CONSUMER, record, MissedStepEvent.class, (session, event) -> event.data()
                .missedAcceptance()
                .map(missed -> ladders.begin(session, missed))
                .orElse(Uni.createFrom().voidItem()));
    }
}
