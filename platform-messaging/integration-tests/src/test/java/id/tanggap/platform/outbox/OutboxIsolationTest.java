package id.tanggap.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.tx.Transactions;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class OutboxIsolationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String STUCK = "sample.stuck.v1";
    private static final int KEYS = 300;
    private static final AclBinding DENIED = new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, STUCK, PatternType.LITERAL),
            new AccessControlEntry("User:sample-service", "*", AclOperation.WRITE, AclPermissionType.DENY));

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Test
    void a_topic_that_cannot_be_written_holds_up_no_other_and_loses_nothing() throws Throwable {
        String run = UUID.randomUUID().toString().substring(0, 8);
        forbidWriting();
        try {
            for (int from = 0; from < KEYS; from += 50) {
                append(STUCK, run, from, 50, 2);
            }
            append("sample.note.v1", run, 0, 1, 1);

            try (var notes = consumer("sample.note.v1")) {
                await().atMost(PATIENCE)
                        .until(() -> !sequences(notes, run, new HashMap<>()).isEmpty());
            }
            assertEquals(2 * KEYS, unpublished(run));
        } finally {
            permitWriting();
        }

        Map<String, List<String>> received = new HashMap<>();
        try (var stuck = consumer(STUCK)) {
            await().atMost(PATIENCE)
                    .until(() -> sequences(stuck, run, received).values().stream()
                                    .filter(sequences -> sequences.containsAll(List.of("1", "2")))
                                    .count()
                            == KEYS);
        }
        received.values()
                .forEach(sequences -> assertEquals(
                        List.of("1", "2"), sequences.stream().distinct().toList()));
        await().atMost(PATIENCE).until(() -> unpublished(run) == 0);
    }

    @Test
    void what_rests_in_the_outbox_is_sealed() throws Throwable {
        String run = UUID.randomUUID().toString().substring(0, 8);

        append("sample.note.v1", run, 0, 1, 1);

        String payload = pool.withConnection(connection -> connection
                        .preparedQuery("select payload from outbox_event where record_key = $1")
                        .execute(Tuple.of(run + "-0")))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        assertFalse(payload.contains("secret"), payload);
        try (var notes = consumer("sample.note.v1")) {
            List<String> values = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                notes.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(run + "-0")) {
                        values.add(new String(record.value(), UTF_8));
                    }
                });
                return !values.isEmpty();
            });
            assertTrue(values.getFirst().contains("a secret"), values.getFirst());
        }
    }

    private void append(String topic, String run, int from, int keys, int versions) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(session -> {
            Uni<Void> appended = Uni.createFrom().voidItem();
            for (long version = 1; version <= versions; version++) {
                for (int i = from; i < from + keys; i++) {
                    String key = run + "-" + i;
                    var event = new OutboxEvent(
                            topic,
                            key,
                            "id.tanggap.sample.note.v1",
                            key,
                            version,
                            Instant.now(),
                            Map.of("noteId", key, "text", "a secret"));
                    appended = appended.chain(() -> outbox.append(session, event));
                }
            }
            return appended;
        }));
    }

    private long unpublished(String run) {
        return pool.withConnection(connection -> connection
                        .preparedQuery(
                                "select count(*) from outbox_event where published_at is null and record_key like $1")
                        .execute(Tuple.of(run + "-%")))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static Consumer<String, byte[]> consumer(String topic) {
        var consumer = KafkaPeers.consumer("admin");
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static Map<String, List<String>> sequences(
            Consumer<String, byte[]> consumer, String run, Map<String, List<String>> found) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.key().startsWith(run)) {
                found.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(new String(
                                record.headers().lastHeader("ce_sequence").value(), UTF_8));
            }
        });
        return found;
    }

    private static void forbidWriting() throws Exception {
        try (var admin = KafkaPeers.admin()) {
            admin.createAcls(List.of(DENIED)).all().get();
        }
    }

    private static void permitWriting() throws Exception {
        try (var admin = KafkaPeers.admin()) {
            admin.deleteAcls(List.of(DENIED.toFilter())).all().get();
        }
    }
}
