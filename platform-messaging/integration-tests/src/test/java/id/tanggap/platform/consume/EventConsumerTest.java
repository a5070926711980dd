package id.tanggap.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.sample.NoteConsumer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class EventConsumerTest {

    private static final String TOPIC = "sample.note.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    NoteConsumer notes;

    @Inject
    MeterRegistry metrics;

    private Producer<String, byte[]> producer;
    private final String note = "n" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void open() {
        producer = KafkaPeers.producer("sample-service");
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void an_event_delivered_again_has_no_second_effect() throws Exception {
        UUID id = EventIds.next();
        send(id, 1, "once " + note);
        send(id, 1, "once " + note);
        send(EventIds.next(), 2, "after " + note);

        awaitEffect("after " + note);

        assertEquals(1, Collections.frequency(notes.effects(), "once " + note));
    }

    @Test
    void a_state_older_than_one_already_seen_has_no_effect() throws Exception {
        send(EventIds.next(), 5, "fifth " + note);
        send(EventIds.next(), 4, "fourth " + note);
        send(EventIds.next(), 6, "sixth " + note);

        awaitEffect("sixth " + note);

        assertEquals(0, Collections.frequency(notes.effects(), "fourth " + note));
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letter_queue_and_the_next_is_handled() throws Exception {
        double before = deadCount();
        producer.send(new ProducerRecord<>(TOPIC, note, "no headers".getBytes(UTF_8)))
                .get();
        producer.send(record(EventIds.next(), 1, "{not json")).get();
        producer.send(record(EventIds.next(), 1, "{\"noteId\":\"" + note + "\"}"))
                .get();
        producer.send(new ProducerRecord<>(TOPIC, note, null)).get();
        send(EventIds.next(), 2, "healthy " + note);

        awaitEffect("healthy " + note);

        List<ConsumerRecord<String, byte[]>> dead = deadLetters(4);
        assertTrue(reason(dead.get(0)).contains("not a CloudEvent"), reason(dead.get(0)));
        assertTrue(reason(dead.get(1)).contains("not a readable NoteWritten"), reason(dead.get(1)));
        assertTrue(reason(dead.get(2)).contains("text must not be blank"), reason(dead.get(2)));
        assertEquals(4, deadCount() - before);
    }

    @Test
    void malformed_headers_of_one_sender_end_no_channel() throws Exception {
        for (String header : List.of("ce_time", "ce_source", "ce_specversion")) {
            ProducerRecord<String, byte[]> record = record(EventIds.next(), 1, "{}");
            record.headers().remove(header).add(header, "no such thing".getBytes(UTF_8));
            producer.send(record).get();
        }
        ProducerRecord<String, byte[]> structured = new ProducerRecord<>(TOPIC, note, "{".getBytes(UTF_8));
        structured.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
        producer.send(structured).get();
        send(EventIds.next(), 2, "unhurt " + note);

        awaitEffect("unhurt " + note);

        deadLetters(4).forEach(dead -> assertTrue(reason(dead).startsWith("not a "), reason(dead)));
    }

    @Test
    void the_reason_of_a_dead_letter_is_one_short_line_that_quotes_nothing_of_the_value() throws Exception {
        producer.send(record(EventIds.next(), 1, "{\"noteId\":812999888,\"text\":\"t\"}"))
                .get();
        send(EventIds.next(), 2, "unbearable at length " + note);
        send(EventIds.next(), 3, "after both " + note);

        awaitEffect("after both " + note);

        List<ConsumerRecord<String, byte[]>> dead = deadLetters(2);
        assertEquals("not a readable NoteWritten: noteId must be a string", reason(dead.getFirst()));
        assertNull(dead.getFirst().headers().lastHeader("dead-letter-cause"));
        assertTrue(reason(dead.getLast()).length() <= 510);
        assertFalse(reason(dead.getLast()).contains("\n"));
    }

    /** Compressed, records come through that are larger than any limit on what is sent uncompressed. */
    @ParameterizedTest
    @ValueSource(ints = {1_500_000, 3_000_000})
    void a_record_of_any_size_is_moved_to_the_dead_letter_queue(int size) throws Exception {
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(EmbeddedStack.config(), "sample-service"));
        settings.putAll(Map.of("compression.type", "gzip", "max.request.size", "9000000"));
        try (var compressing = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            compressing.send(record(EventIds.next(), 1, "x".repeat(size))).get();
        }
        send(EventIds.next(), 2, "after the large one " + note);

        awaitEffect("after the large one " + note);

        ConsumerRecord<String, byte[]> dead = deadLetters(1).getFirst();
        boolean whole = size < Excerpt.LARGEST_WHOLE;
        assertEquals(whole ? size : 65_536, dead.value().length);
        assertEquals(whole, dead.headers().lastHeader(Excerpt.HEADER) == null);
        assertTrue(reason(dead).contains("not a readable NoteWritten"), reason(dead));
    }

    @Test
    void an_effect_that_fails_again_and_again_is_given_up_after_three_attempts() throws Exception {
        send(EventIds.next(), 1, "unbearable " + note);
        send(EventIds.next(), 2, "bearable " + note);

        awaitEffect("bearable " + note);

        assertEquals(3, Collections.frequency(notes.attempts(), "unbearable " + note));
        assertTrue(reason(deadLetters(1).getFirst()).contains("cannot be borne"));
    }

    @Test
    void while_the_database_is_dead_the_channel_waits_and_then_goes_on() throws Exception {
        EmbeddedStack.postgres().kill();
        try {
            for (int i = 1; i <= 5; i++) {
                send(EventIds.next(), i, "patient " + i + " " + note);
            }
        } finally {
            EmbeddedStack.postgres().start();
        }

        awaitEffect("patient 5 " + note);

        for (int i = 1; i <= 5; i++) {
            assertEquals(1, Collections.frequency(notes.effects(), "patient " + i + " " + note));
        }
    }

    private void awaitEffect(String text) {
        await().atMost(PATIENCE).until(() -> notes.effects().contains(text));
    }

    private double deadCount() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int count) {
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of("sample.sample.note.dlq"));
            List<ConsumerRecord<String, byte[]>> found = new java.util.ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (note.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
            return found;
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> dead) {
        return new String(dead.headers().lastHeader("dead-letter-reason").value(), UTF_8);
    }

    private void send(UUID id, long sequence, String text) throws ExecutionException, InterruptedException {
        producer.send(record(id, sequence, "{\"noteId\":\"%s\",\"text\":\"%s\",\"newer\":1}".formatted(note, text)))
                .get();
    }

    private ProducerRecord<String, byte[]> record(UUID id, long sequence, String json) {
        var envelope = new CloudEventCodec.Envelope(
                id,
                URI.create("urn:tanggap:sample-service"),
                "id.tanggap.sample.note.v1",
                note,
                note,
                sequence,
                Instant.now());
        return CloudEventCodec.writeJson(TOPIC, envelope, json.getBytes(UTF_8), Optional.empty());
    }
}
