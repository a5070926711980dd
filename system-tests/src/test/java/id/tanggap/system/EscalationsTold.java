package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code ticket.escalation.v1} from its beginning and keeps what tells of the tickets of one run. */
final class EscalationsTold implements AutoCloseable {
    private static final String TOPIC = "ticket.escalation.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String run;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Set<String>> escalationsByPart = new HashMap<>();
    private int records;

    EscalationsTold(SystemConfig system, String run) {
        this.run = run;
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(system, Names.KAFKA_ADMIN));
        settings.put("enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Returns when so many parts were told of, or the time is up. */
    void await(int parts, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (escalationsByPart.size() < parts && System.nanoTime() < end) {
            poll();
        }
    }

    /** Takes in what is there until nothing has come for so long. */
    void untilQuiet(Duration quiet) {
        long last = System.nanoTime();
        while (System.nanoTime() - last < quiet.toNanos()) {
            if (poll()) {
                last = System.nanoTime();
            }
        }
    }

    private boolean poll() {
        boolean any = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            JsonNode told = read(record);
            if (told.path("number").asText().startsWith(run + "-")) {
                any = true;
                records++;
                escalationsByPart
                        .computeIfAbsent(told.path("assignmentId").asText(), part -> new TreeSet<>())
                        .add(told.path("escalationId").asText());
            }
        }
        return any;
    }

    private static JsonNode read(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int parts() {
        return escalationsByPart.size();
    }

    /** Parts of which more than one escalation was told. */
    Set<String> toldTwice() {
        Set<String> twice = new HashSet<>();
        escalationsByPart.forEach((part, ids) -> {
            if (ids.size() > 1) {
                twice.add(part);
            }
        });
        return twice;
    }

    /** How often the same escalation was sent again, with its id. */
    int repeats() {
        return records - escalationsByPart.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
