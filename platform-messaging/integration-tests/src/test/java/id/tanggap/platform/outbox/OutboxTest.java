package id.tanggap.platform.outbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.sample.NoteWritten;
import id.tanggap.platform.tx.Transactions;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private Consumer<String, byte[]> consumer;

    @BeforeEach
    void subscribe() {
        consumer = KafkaPeers.consumer("sample-service");
        consumer.subscribe(List.of("sample.note.v1"));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void what_a_transaction_appended_is_published_with_its_envelope() {
        String note = newNote();
        write(note, "first", false).statusCode(200);

        ConsumerRecord<String, byte[]> record = receive(note, 1).getFirst();

        assertEquals("{\"noteId\":\"%s\",\"text\":\"first\"}".formatted(note), new String(record.value(), UTF_8));
        assertEquals("urn:tanggap:sample-service", header(record, "ce_source"));
        assertEquals("1", header(record, "ce_sequence"));
        assertTrue(header(record, "traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void what_was_rolled_back_is_never_published() {
        String failed = newNote();
        String committed = newNote();
        write(failed, "lost", true).statusCode(500);
        write(committed, "kept", false).statusCode(200);

        receive(committed, 1);

        assertEquals(0, rows("select count(*) from outbox_event where record_key = $1", failed));
    }

    @Test
    void one_statement_makes_something_and_tells_of_it_or_does_neither() throws Throwable {
        String note = newNote();

        assertTrue(makeInOneStatement(note, "first"));
        assertFalse(makeInOneStatement(note, "second"));
        write(note, "third", false).statusCode(200);

        List<String> told = receive(note, 2).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
        assertEquals(
                List.of("first", "third").stream()
                        .map("{\"noteId\":\"%s\",\"text\":\"%%s\"}".formatted(note)::formatted)
                        .toList(),
                told);
        assertEquals(1, rows("select count(*) from note where id = $1 and text = 'first'", note));
    }

    @Test
    void one_statement_that_cannot_tell_makes_nothing() {
        String note = newNote();

        assertThrows(RuntimeException.class, () -> makeInOneStatement(note, "x".repeat(Outbox.MAX_PAYLOAD_BYTES)));

        assertEquals(0, rows("select count(*) from note where id = $1", note));
    }

    @Test
    void events_of_a_key_keep_their_order_under_concurrent_writers() throws Exception {
        List<String> notes = IntStream.range(0, 20).mapToObj(i -> newNote()).toList();
        List<String> texts = IntStream.rangeClosed(1, 30).mapToObj(i -> "t" + i).toList();
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (String note : notes) {
                writers.submit(() -> writeAll(note, texts).statusCode(200));
            }
        }

        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            poll().stream().filter(record -> notes.contains(record.key())).forEach(records::add);
            return records.size() >= notes.size() * texts.size();
        });

        for (String note : notes) {
            List<String> sequences = records.stream()
                    .filter(record -> record.key().equals(note))
                    .map(record -> header(record, "ce_sequence"))
                    .toList();
            assertEquals(
                    IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList(), sequences);
        }
        assertEquals(
                records.size(),
                new HashSet<>(records.stream().map(r -> header(r, "ce_id")).toList()).size());
    }

    @Test
    void events_written_while_the_broker_was_dead_are_published_when_it_lives_again() {
        String note = newNote();
        EmbeddedStack.kafka().kill();
        try {
            writeAll(note, List.of("one", "two", "three")).statusCode(200);
            assertEquals(
                    3, rows("select count(*) from outbox_event where record_key = $1 and published_at is null", note));
        } finally {
            EmbeddedStack.kafka().start();
        }

        List<String> sequences = receive(note, 3).stream()
                .map(record -> header(record, "ce_sequence"))
                .distinct()
                .toList();

        assertEquals(List.of("1", "2", "3"), sequences);
    }

    @Test
    void a_lane_of_a_dead_process_is_taken_over_when_its_lease_has_ended() {
        String note = newNote();
        pool.withConnection(connection -> connection
                        .query("update outbox_lane set owner = 'dead', leased_until = now() + interval '2 seconds'")
                        .execute())
                .await()
                .indefinitely();

        write(note, "orphan", false).statusCode(200);

        receive(note, 1);
    }

    private boolean makeInOneStatement(String note, String text) throws Throwable {
        var event = new OutboxEvent(
                "sample.note.v1",
                note,
                "id.tanggap.sample.note.v1",
                note,
                1,
                Instant.now(),
                new NoteWritten(note, text));
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inOneStatement(session -> outbox.appendWith(
                session,
                "insert into note (id, text, version) values (:note, :text, 1) on conflict do nothing returning 1",
                Map.of("note", note, "text", text),
                event)));
    }

    private long rows(String sql, String key) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(Tuple.of(key)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<ConsumerRecord<String, byte[]>> receive(String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            poll().stream().filter(record -> key.equals(record.key())).forEach(found::add);
            return found.size() >= count;
        });
        return found;
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        assertNotNull(header, () -> "no header " + name);
        return new String(header.value(), UTF_8);
    }

    private static io.restassured.response.ValidatableResponse write(String note, String text, boolean fail) {
        return given().contentType("application/json")
                .body("{\"noteId\":\"%s\",\"texts\":[\"%s\"],\"fail\":%s}".formatted(note, text, fail))
                .post("/api/v1/notes")
                .then();
    }

    private static io.restassured.response.ValidatableResponse writeAll(String note, List<String> texts) {
        return given().contentType("application/json")
                .body("{\"noteId\":\"%s\",\"texts\":[\"%s\"]}".formatted(note, String.join("\",\"", texts)))
                .post("/api/v1/notes")
                .then();
    }

    private static String newNote() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }
}
