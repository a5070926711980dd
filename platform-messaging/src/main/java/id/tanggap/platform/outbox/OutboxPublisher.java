package id.tanggap.platform.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Sends committed events to Kafka, keeping the order of each stream. */
@ApplicationScoped
class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private final MutinyEmitter<byte[]> emitter;
    private final URI source;

    OutboxPublisher(
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.emitter = emitter;
        this.source = URI.create("urn:tanggap:" + service);
    }

    /**
     * Publishes these events, which must be in order of writing. An event is sent only after the one before it in its
     * stream was acknowledged; a failure holds back the rest of that stream and no other.
     *
     * @param mayContinue asked before each event; false holds back the rest of its stream
     * @return the ids that the broker has acknowledged
     */
    Uni<List<UUID>> publish(List<PendingEvent> events, BooleanSupplier mayContinue) {
        Map<PendingEvent.Stream, List<PendingEvent>> streams = new LinkedHashMap<>();
        events.forEach(event -> streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                .add(event));
        return Multi.createFrom()
                .iterable(streams.values())
                .onItem()
                .transformToMulti(stream -> publishStream(stream, mayContinue))
                .merge(Math.max(1, streams.size()))
                .collect()
                .asList();
    }

    private Multi<UUID> publishStream(List<PendingEvent> stream, BooleanSupplier mayContinue) {
        return Multi.createFrom()
                .iterable(stream)
                .onItem()
                .transformToUniAndConcatenate(event -> mayContinue.getAsBoolean()
                        ? send(event).replaceWith(event.id())
                        : Uni.createFrom().<UUID>failure(new HeldBack()))
                .onFailure()
                .recoverWithMulti(failure -> {
                    if (!(failure instanceof HeldBack)) {
                        PendingEvent first = stream.getFirst();
                        LOG.warnf(
                                "event=outbox-publish-failed topic=%s subject=%s cause=\"%s\"",
                                first.topic(), first.subject(), failure);
                    }
                    return Multi.createFrom().empty();
                });
    }

    private Uni<Void> send(PendingEvent event) {
        var record = event.toRecord(source);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(record.topic())
                .withKey(record.key())
                .withHeaders(record.headers())
                .build();
        return emitter.sendMessage(Message.of(record.value(), Metadata.of(metadata)));
    }

    private static final class HeldBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeldBack() {
            super(null, null, false, false);
        }
    }
}
