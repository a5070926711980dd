package id.tanggap.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records each channel of this replica is behind: from what it has committed to the end of the partitions that are its own now.
 * Each partition is one replica's, so the sum over replicas is the group's.
 *
 * <p>Kafka's own {@code records.lag} is what the last fetch said, and a channel that waits for its database fetches nothing.
 */
@ApplicationScoped
class ConsumerLag {

    /** The polling thread waits no longer for an answer: it has records to fetch. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClientService kafka;
    private final MeterRegistry registry;
    private final Readings readings;
    private volatile Map<String, Long> lag = Map.of();

    ConsumerLag(KafkaClientService kafka, MeterRegistry registry, Readings readings) {
        this.kafka = kafka;
        this.registry = registry;
        this.readings = readings;
    }

    void start(@Observes StartupEvent event, IncomingChannels channels) {
        for (String channel : channels.names()) {
            Gauge.builder("tanggap.consumer.lag.records", () -> known(channel))
                    .description("Records of this replica's partitions that are not handled and committed yet")
                    .tag("channel", channel)
                    .register(registry);
        }
        readings.regularly("consumer-lag", this::read, found -> lag = found);
    }

    private double known(String channel) {
        Long records = lag.get(channel);
        return records == null ? Double.NaN : records;
    }

    private record Behind(String channel, long records) {}

    private Uni<Map<String, Long>> read() {
        return Multi.createFrom()
                .iterable(kafka.getConsumerChannels())
                .onItem()
                .transformToMultiAndConcatenate(name -> Multi.createFrom()
                        .iterable(kafka.<String, byte[]>getConsumers(name))
                        .onItem()
                        .transformToUniAndConcatenate(consumer ->
                                behind(consumer).map(records -> new Behind(Channels.ofConsumer(name), records))))
                .collect()
                .asList()
                .map(ConsumerLag::byChannel);
    }

    private static Map<String, Long> byChannel(List<Behind> all) {
        return all.stream().collect(Collectors.groupingBy(Behind::channel, Collectors.summingLong(Behind::records)));
    }

    private static Uni<Long> behind(KafkaConsumer<String, byte[]> consumer) {
        return consumer.runOnPollingThread((Consumer<String, byte[]> client) -> behind(client));
    }

    private static long behind(Consumer<String, byte[]> client) {
        Set<TopicPartition> own = client.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = client.committed(own, PATIENCE);
        Map<TopicPartition, Long> begins = client.beginningOffsets(own, PATIENCE);
        return client.endOffsets(own, PATIENCE).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    long begin = begins.get(end.getKey());
                    // What is older than the topic keeps is nobody's to handle any more.
                    return end.getValue() - (done == null ? begin : Math.max(begin, done.offset()));
                })
                .sum();
    }
}
