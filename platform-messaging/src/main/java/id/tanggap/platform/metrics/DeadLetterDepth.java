package id.tanggap.platform.metrics;

import id.tanggap.platform.tx.OffLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many records lie in each of this service's dead-letter queues: put there, neither put back nor expired yet. */
@ApplicationScoped
class DeadLetterDepth {

    /** Of one reading: a queue that was flooded is read to its end bit by bit, and takes no memory worth mentioning meanwhile. */
    private static final String FETCHED_BYTES = Integer.toString(1024 * 1024);

    private final MeterRegistry registry;
    private final Readings readings;
    private final MetricsConfig config;
    private final IncomingChannels channels;
    private final Map<String, Object> access;
    private final Vertx vertx;
    private volatile Optional<LetterBox> box = Optional.empty();
    private volatile Map<String, Integer> depth = Map.of();
    private volatile boolean stopped;

    DeadLetterDepth(
            MeterRegistry registry,
            Readings readings,
            MetricsConfig config,
            IncomingChannels channels,
            @Identifier("default-kafka-broker") Map<String, Object> access,
            Vertx vertx) {
        this.registry = registry;
        this.readings = readings;
        this.config = config;
        this.channels = channels;
        this.access = access;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        channels.queues().forEach((channel, queue) -> Gauge.builder("tanggap.dead.letters.waiting", () -> known(queue))
                .description("Records that could not be handled and wait for a person to look and to replay")
                .tag("channel", channel)
                .register(registry));
        readings.every(
                config.deadLettersEvery(),
                "dead-letters",
                () -> OffLoop.run(vertx, this::read),
                found -> depth = found);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        box.ifPresent(LetterBox::interrupt);
        close();
    }

    private synchronized void close() {
        box.ifPresent(LetterBox::close);
        box = Optional.empty();
    }

    private double known(String queue) {
        Integer letters = depth.get(queue);
        return letters == null ? Double.NaN : letters;
    }

    /** A client that failed is given up: the next reading begins anew. */
    private synchronized Map<String, Integer> read() {
        if (stopped) {
            return depth;
        }
        LetterBox current =
                box.orElseGet(() -> new LetterBox(client(), channels.queues().values()));
        box = Optional.of(current);
        try {
            return current.read();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private KafkaConsumer<byte[], byte[]> client() {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dead-letter-depth");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
