package id.tanggap.platform.outbox;

import id.tanggap.platform.event.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
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
    /** Sent side by side and then marked together: a kill repeats no more than these of a topic. */
    private static final int AT_A_TIME = 64;

    private final KafkaClientService kafka;
    private final OutboxStore store;
    private final OutboxSeal seal;
    private final PublishDelay delay;
    private final PublishSpans spans;
    private final URI source;

    OutboxPublisher(
            KafkaClientService kafka,
            OutboxStore store,
            OutboxSeal seal,
            PublishDelay delay,
            PublishSpans spans,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.store = store;
        this.seal = seal;
        this.delay = delay;
        this.spans = spans;
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
        Batch batch = new Batch(mayContinue);
        AtomicInteger sent = new AtomicInteger();
        return Multi.createFrom()
                .iterable(Waves.of(events, AT_A_TIME))
                .onItem()
                .transformToUniAndConcatenate(wave -> batch.send(wave)
                        .call(store::markPublished)
                        .invoke(acknowledged -> sent.addAndGet(acknowledged.size())))
                .collect()
                .last()
                .map(last -> new Outcome(sent.get(), batch.failed));
    }

    private final class Batch {

        private final BooleanSupplier mayContinue;
        private final Set<String> heldBack = ConcurrentHashMap.newKeySet();
        private volatile boolean failed;
        private volatile boolean topicFailed;

        Batch(BooleanSupplier mayContinue) {
            this.mayContinue = mayContinue;
        }

        /** Sends events of different keys side by side; those that were acknowledged, when all have been answered. */
        Uni<List<UUID>> send(List<PendingEvent> wave) {
            KafkaProducer<String, byte[]> producer = kafka.getProducer(CHANNEL);
            // All of them in one turn of the one thread that sends: the client then packs them together.
            return producer.runOnSendingThread(client -> {
                        return wave.stream().map(event -> begin(client, event)).toList();
                    })
                    .chain(answers -> Uni.createFrom()
                            .completionStage(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)))
                            .map(all -> answers.stream()
                                    .flatMap(answer -> answer.join().stream())
                                    .toList()));
        }

        private CompletableFuture<Optional<UUID>> begin(Producer<String, byte[]> client, PendingEvent event) {
            if (topicFailed || heldBack.contains(event.key()) || !mayContinue.getAsBoolean()) {
                heldBack.add(event.key());
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return acknowledgement(client, event).handle((acknowledged, failure) -> {
                if (failure == null) {
                    delay.acknowledged(event);
                    return Optional.of(event.id());
                }
                note(event, failure);
                return Optional.empty();
            });
        }

        private void note(PendingEvent event, Throwable failure) {
            failed = true;
            heldBack.add(event.key());
            if (isAboutTheRecord(failure) || !topicFailed) {
                LOG.warnf(
                        "event=outbox-publish-failed topic=%s subject=%s id=%s cause=\"%s\"",
                        event.topic(), event.subject(), event.id(), failure);
            }
            topicFailed |= !isAboutTheRecord(failure);
        }
    }

    private CompletableFuture<Void> acknowledgement(Producer<String, byte[]> client, PendingEvent event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Span span = spans.begin(event);
        acknowledged.whenComplete((done, failure) -> spans.end(span, failure));
        try {
            var record = event.toRecord(source, seal, TraceParent.of(span));
            client.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /** Too large, or sealed under another key. */
    private static boolean isAboutTheRecord(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof IllegalArgumentException;
    }
}
