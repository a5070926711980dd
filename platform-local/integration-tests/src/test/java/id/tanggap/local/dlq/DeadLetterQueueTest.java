package id.tanggap.local.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real broker, with letters as SmallRye writes them: its own headers first, then the record's. */
class DeadLetterQueueTest {
    private static final String SOURCE = "ticket.command.damkar.v1";
    private static final String COMPACTED = "ticket.agency.damkar.v1";

    private final String name = "test." + UUID.randomUUID() + ".dlq";
    private final DeadLetterQueue queue = new DeadLetterQueue(
            EmbeddedStack.config(), name, new QueueRules(Set.of(SOURCE, COMPACTED), Set.of(COMPACTED)));

    @BeforeAll
    static void startTheRealStack() {
        System.setProperty("quarkus.application.name", "ticket-service");
        EmbeddedStack.startWithoutKeycloak();
    }

    @BeforeEach
    void anEmptyQueue() throws Exception {
        try (var admin = KafkaPeers.admin()) {
            admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
        }
    }

    @Test
    void isListedWithItsReasonAndWithoutItsPayload() {
        bury("k1", "secret", SOURCE, "no \u001b[31mcommand\nat all");
        assertEquals(1, queue.letters().size());
        String line = queue.letters().getFirst().toString();
        assertTrue(line.contains(SOURCE + " partition 3 offset 17  key k1  no ?[31mcommand?at all"), line);
        assertTrue(line.contains("WIB"), line);
        assertFalse(line.contains("secret"), line);
    }

    @Test
    void goesBackAsItWasAndIsListedNoMore() {
        String key = UUID.randomUUID().toString();
        bury(key, "first", SOURCE, "why");
        bury(key, "second", SOURCE, "why");

        DeadLetterQueue.Outcome outcome = queue.replay(letter -> true);

        assertEquals(2, outcome.putBack());
        assertEquals(List.of(), queue.letters());
        List<ConsumerRecord<String, byte[]>> back = on(SOURCE, 3, key);
        assertArrayEquals("first".getBytes(UTF_8), back.getFirst().value());
        assertArrayEquals("second".getBytes(UTF_8), back.getLast().value());
        List<String> headers = new ArrayList<>();
        back.getFirst().headers().forEach(header -> headers.add(header.key()));
        assertEquals(List.of("ce_id"), headers);
        assertEquals(0, queue.replay(letter -> true).putBack());
        assertEquals(2, on(SOURCE, 3, key).size());
    }

    @Test
    void thatFailsAgainLiesThereOnceAndNotOnceMoreForEachTry() {
        bury("k", "x", SOURCE, "why");
        for (int i = 0; i < 3; i++) {
            assertEquals(1, queue.replay(letter -> true).putBack());
            bury("k", "x", SOURCE, "why");
        }
        assertEquals(1, queue.letters().size());
    }

    @Test
    void ofAnotherKeyStays() {
        bury("wanted", "x", SOURCE, "why");
        bury("other", "x", SOURCE, "why");
        assertEquals(1, queue.replay(letter -> letter.key().equals("wanted")).putBack());
        assertEquals(
                List.of("other"), queue.letters().stream().map(DeadLetter::key).toList());
    }

    @Test
    void ofACompactedTopicStaysForItWouldTakeThePlaceOfANewerState() {
        bury("k", "old", COMPACTED, "why");
        DeadLetterQueue.Outcome outcome = queue.replay(letter -> true);
        assertEquals(0, outcome.putBack());
        assertTrue(outcome.kept().values().iterator().next().contains("newest state"));
        assertEquals(1, queue.letters().size());
    }

    @Test
    void ofWhichOnlyAnExcerptFittedStays() {
        ProducerRecord<String, byte[]> excerpt = letter("k", "half of", SOURCE, "why");
        excerpt.headers().add("dead-letter-truncated", "70000".getBytes(UTF_8));
        send(excerpt);
        DeadLetterQueue.Outcome outcome = queue.replay(letter -> true);
        assertEquals(0, outcome.putBack());
        assertTrue(outcome.kept().values().iterator().next().contains("excerpt"));
    }

    @Test
    void goesToNoTopicThatItsSenderMadeUp() {
        // An agency may write any header, and the administrator may write anywhere.
        String key = UUID.randomUUID().toString();
        bury(key, "x", SOURCE, "why", "ticket.command.bpbd.v1");
        bury(key, "x", "ticket.command.bpbd.v1", "why");
        DeadLetterQueue.Outcome outcome = queue.replay(letter -> true);
        assertEquals(1, outcome.putBack());
        assertEquals(1, on(SOURCE, 3, key).size());
        assertEquals(List.of(), on("ticket.command.bpbd.v1", 3, key));
        assertTrue(outcome.kept().values().iterator().next().contains("does not read"));
    }

    private void bury(String key, String value, String topic, String reason, String... madeUp) {
        ProducerRecord<String, byte[]> letter = letter(key, value, topic, reason);
        for (String other : madeUp) {
            letter.headers().add("dead-letter-topic", other.getBytes(UTF_8));
        }
        send(letter);
    }

    private ProducerRecord<String, byte[]> letter(String key, String value, String topic, String reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(name, key, value.getBytes(UTF_8));
        letter.headers()
                .add("dead-letter-exception-class-name", "X".getBytes(UTF_8))
                .add("dead-letter-reason", reason.getBytes(UTF_8))
                .add("dead-letter-topic", topic.getBytes(UTF_8))
                .add("dead-letter-partition", "3".getBytes(UTF_8))
                .add("dead-letter-offset", "17".getBytes(UTF_8))
                .add("ce_id", "e1".getBytes(UTF_8));
        return letter;
    }

    private static void send(ProducerRecord<String, byte[]> letter) {
        try (var producer = KafkaPeers.producer("admin")) {
            producer.send(letter).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lies in the partition with this key, up to its present end. */
    private static List<ConsumerRecord<String, byte[]>> on(String topic, int partition, String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = KafkaPeers.consumer("admin")) {
            TopicPartition place = new TopicPartition(topic, partition);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            while (consumer.position(place) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
