package id.tanggap.platform.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;

/** Sends committed events of a topic to Kafka, keeping the order of each key, and marks what the broker acknowledges. */
@ApplicationScoped
class OutboxPublisher {

    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final int KEYS_AT_A_TIME = 64;
    /** A kill repeats no more than these, and what is under way. */
    private static final int MARKED_AT_A_TIME = 25;

    private final KafkaClientService kafka;
    private final OutboxStore store;
    private final OutboxSeal seal;
    private final PublishDelay delay;
    private final URI source;

    OutboxPublisher(
            KafkaClientService kafka,
            OutboxStore store,
            OutboxSeal seal,
            PublishDelay delay,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.store = store;
        this.seal = seal;
        this.delay = delay;
        this.source = URI.create("urn:tanggap:" + service);
    }

    /** Nothing flows here by itself: the channel is there for its producer, on whose own thread each send is decided. */
    @Outgoing(CHANNEL)
    Multi<byte[]> nothing() {
        return Multi.createFrom().nothing();
    }

    /** What became of a batch; not all need be sent even if none failed. */
    record Outcome(int sent, boolean failed) {}

    /**
     * Publishes these events of one topic, which must be in order of writing. An event is sent only after the one before it of its key
     * was acknowledged. A failure holds back the rest of its key, and of the topic unless it is about the record alone.
     *
     * @param mayContinue asked on the sending thread immediately before each send; false holds back the rest
     */
    Uni<Outcome> publish(List<PendingEvent> events, BooleanSupplier mayContinue) {
        Map<String, List<PendingEvent>> keys = new LinkedHashMap<>();
        events.forEach(event ->
                keys.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
        Batch batch = new Batch(mayContinue);
        AtomicInteger sent = new AtomicInteger();
        return Multi.createFrom()
                .iterable(keys.values())
                .onItem()
                .transformToMulti(batch::sendInOrder)
                .merge(KEYS_AT_A_TIME)
                .group()
                .intoLists()
                .of(MARKED_AT_A_TIME)
                .onItem()
                .transformToUniAndConcatenate(ids -> store.markPublished(ids).invoke(() -> sent.addAndGet(ids.size())))
                .collect()
                .last()
                .map(last -> new Outcome(sent.get(), batch.failed));
    }

    private final class Batch {

        private final BooleanSupplier mayContinue;
        private volatile boolean failed;
        private volatile boolean topicFailed;

        Batch(BooleanSupplier mayContinue) {
            this.mayContinue = mayContinue;
        }

        Multi<UUID> sendInOrder(List<PendingEvent> eventsOfKey) {
            return Multi.createFrom()
                    .iterable(eventsOfKey)
                    .onItem()
                    .transformToUniAndConcatenate(event -> Uni.createFrom()
                            .deferred(() -> send(event))
                            .invoke(() -> delay.acknowledged(event))
                            .onFailure(failure -> !(failure instanceof HeldBack))
                            .invoke(failure -> note(event, failure))
                            .replaceWith(event.id()))
                    .onFailure()
                    .recoverWithCompletion();
        }

        private Uni<Void> send(PendingEvent event) {
            KafkaProducer<String, byte[]> producer = kafka.getProducer(CHANNEL);
            return producer.runOnSendingThread(client -> {
                        if (topicFailed || !mayContinue.getAsBoolean()) {
                            throw new HeldBack();
                        }
                        return acknowledgement(client, event.toRecord(source, seal));
                    })
                    .chain(acknowledged -> Uni.createFrom().completionStage(acknowledged));
        }

        private void note(PendingEvent event, Throwable failure) {
            failed = true;
            if (isAboutTheRecord(failure) || !topicFailed) {
                LOG.warnf(
                        "event=outbox-publish-failed topic=%s subject=%s id=%s cause=\"%s\"",
                        event.topic(), event.subject(), event.id(), failure);
            }
            topicFailed |= !isAboutTheRecord(failure);
        }
    }

    private static CompletableFuture<Void> acknowledgement(
            Producer<String, byte[]> client, ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        client.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    /** Too large, or sealed under another key. */
    private static boolean isAboutTheRecord(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof IllegalArgumentException;
    }

    private static final class HeldBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeldBack() {
            super(null, null, false, false);
        }
    }
}
