package id.tanggap.triage.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.KafkaPeers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What has come out on a topic, read by a client of its own from the beginning. */
public final class Published implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer = KafkaPeers.consumer("admin");
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Published(String topic) {
        consumer.subscribe(List.of(topic));
    }

    /** Waits for a record with this key that fits; a fault lists what came instead. */
    public ConsumerRecord<String, byte[]> await(String key, Predicate<ConsumerRecord<String, byte[]>> fits) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            poll();
            Optional<ConsumerRecord<String, byte[]>> found =
                    of(key).stream().filter(fits).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no record of " + key + " fits, only "
                + of(key).stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .toList());
    }

    /** All records of this key so far, in order. */
    public List<ConsumerRecord<String, byte[]>> all(String key) {
        poll();
        return of(key);
    }

    public static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> of(String key) {
        return seen.stream().filter(record -> key.equals(record.key())).toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
