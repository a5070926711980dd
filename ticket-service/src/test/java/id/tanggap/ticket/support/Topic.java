package id.tanggap.ticket.support;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.KafkaPeers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a topic from its beginning with a principal's own rights, until what is awaited has come. */
public final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String name;
    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Topic(String name, String principal) {
        this.name = name;
        this.consumer = KafkaPeers.consumer(principal);
        consumer.subscribe(List.of(name));
    }

    public static Topic ofAgency(String agency) {
        return new Topic("ticket.agency." + agency + ".v1", "agency-" + agency);
    }

    public static Topic tickets() {
        return new Topic("ticket.ticket.v1", "admin");
    }

    /** The first {@code count} records that match. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<JsonNode> wanted) {
        return awaitRecords(count, record -> record.value() != null && wanted.test(Events.json(record.value())));
    }

    public JsonNode awaitOne(Predicate<JsonNode> wanted) {
        return Events.json(await(1, wanted).getFirst().value());
    }

    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
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

    /** Everything that has come and matches, after {@code last} has come. */
    public List<JsonNode> allUntil(Predicate<JsonNode> last, Predicate<JsonNode> wanted) {
        await(1, last);
        poll();
        return seen.stream()
                .filter(record -> record.value() != null)
                .map(record -> Events.json(record.value()))
                .filter(wanted)
                .toList();
    }

    /** What compaction leaves of all that has come so far: the last record of each key that is no tombstone. */
    public Map<String, JsonNode> present() {
        poll();
        Map<String, JsonNode> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : seen) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), Events.json(record.value()));
            }
        }
        return last;
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
