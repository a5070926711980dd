package id.tanggap.notification.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.delivery.Deliveries;
import id.tanggap.notification.delivery.DeliveryWorker;
import id.tanggap.notification.feed.Feed;
import id.tanggap.notification.feed.FeedSignals;
import id.tanggap.notification.feed.TicketNews;
import id.tanggap.notification.ladder.Ladders;
import id.tanggap.notification.metrics.ArrivalMetrics;
import id.tanggap.notification.subscription.policy.Urgency;
import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.platform.consume.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in every agency's tickets: into its feed, and from there to streams and webhooks. */
@ApplicationScoped
public class AgencyTickets {

    private static final String CONSUMER = "notification";
    private static final OptionalLong NEW_TICKET = OptionalLong.of(1);

    private final EventConsumer events;
    private final Feed feed;
    private final FeedSignals signals;
    private final Deliveries deliveries;
    private final DeliveryWorker worker;
    private final Ladders ladders;
    private final ArrivalMetrics metrics;
    private final ObjectMapper json;

    AgencyTickets(
            EventConsumer events,
            Feed feed,
            FeedSignals signals,
            Deliveries deliveries,
            DeliveryWorker worker,
            Ladders ladders,
            ArrivalMetrics metrics,
            ObjectMapper json) {
        this.events = events;
        this.feed = feed;
        this.signals = signals;
        this.deliveries = deliveries;
        this.worker = worker;
        this.ladders = ladders;
        this.metrics = metrics;
        this.json = json;
    }

    @Incoming("ticket-agency")
    Uni<Void> onTicket(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            // A tombstone of the compacted topic: nothing that anybody could be told.
            return Uni.createFrom().voidItem();
        }
        AtomicLong reached = new AtomicLong();
        return events.consume(
                        CONSUMER, record, AgencyTicket.class, (session, event) -> take(session, event, record.value())
                                .invoke(reached::set))
                .invoke(() -> {
                    if (reached.get() > 0) {
                        signals.announce(AgencyTopic.of(record.topic()), reached.get());
                        worker.wake();
                    }
                });
    }

    private Uni<Long> take(Mutiny.Session session, ReceivedEvent<AgencyTicket> event, byte[] value) {
        TicketNews news = new TicketNews(
                AgencyTopic.agencyOf(event.topic(), event.data()),
                event.data().ticketId(),
                event.sequence().orElse(0),
                event.data().change(),
                event.data().urgency(),
                event.time(),
                onOneLine(value));
        if (event.sequence().equals(NEW_TICKET)) {
            event.data().reported().ifPresent(at -> metrics.arrived(session, at, Urgency.isUrgent(news.priority())));
        }
        return feed.append(session, news)
                .call(position -> deliveries.fanOut(session, news, position))
                .call(() -> ladders.onNews(session, news.agency(), news.ticketId(), news.view()));
    }

    /** The same JSON without line breaks, which would end a field of a server-sent event. */
    private String onOneLine(byte[] value) {
        try {
            return json.writeValueAsString(json.readTree(value));
        } catch (JsonProcessingException e) {
            throw new PoisonEventException("not JSON", e);
        } catch (IOException e) {
            throw new PoisonEventException("not readable", e);
        }
    }
}
