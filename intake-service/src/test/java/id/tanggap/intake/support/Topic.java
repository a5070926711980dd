package id.tanggap.intake.support;

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
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a topic from its beginning, until what is awaited has come. */
public final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Topic(String name) {
        this(name, "admin");
    }

    public Topic(String name, String principal) {
        this.name = name;
        this.consumer = KafkaPeers.consumer(principal);
        consumer.subscribe(List.of(name));
    }

    /** The first {@code count} records with this key. */
    public List<ConsumerRecord<String, byte[]>> await(String key, int count) {
        return awaitThat(count, record -> key.equals(record.key()));
    }

    public List<ConsumerRecord<String, byte[]>> awaitThat(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            List<ConsumerRecord<String, byte[]>> found =
                    seen.stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found.subList(0, count);
            }
            poll();
        }
        throw new AssertionError("within " + PATIENCE + " there were not " + count + " such records among "
                + seen.size() + " on " + name);
    }

    /** All records with this key once another, which was caused later, has come: nothing of this key is on its way any more. */
    public List<ConsumerRecord<String, byte[]>> all(String key, String laterKey) {
        await(laterKey, 1);
        Instant end = Instant.now().plus(Duration.ofSeconds(1));
        while (Instant.now().isBefore(end)) {
            poll();
        }
        return of(key);
    }

    /** What has come with this key so far. */
    public List<ConsumerRecord<String, byte[]>> of(String key) {
        return seen.stream().filter(record -> key.equals(record.key())).toList();
    }

    public List<ConsumerRecord<String, byte[]>> seen() {
        return List.copyOf(seen);
    }

    public static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
