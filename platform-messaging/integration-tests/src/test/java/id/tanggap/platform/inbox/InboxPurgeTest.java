package id.tanggap.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.sample.NoteConsumer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class InboxPurgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    InboxPurge purge;

    @Inject
    NoteConsumer notes;

    @Inject
    Pool pool;

    @Test
    void what_a_compacted_topic_still_has_after_two_months_is_no_news() throws Exception {
        String note = "old" + UUID.randomUUID().toString().substring(0, 12);
        UUID event = EventIds.next();
        try (Producer<String, byte[]> producer = KafkaPeers.producer("sample-service")) {
            send(producer, event, note, 3);
            awaitEffect(note, 3);
            update(
                    "update inbox_event set handled_at = now() - interval '60 days' where event_id = $1",
                    event.toString());
            update("update inbox_cursor set handled_at = now() - interval '60 days' where subject = $1", note);

            purge.purge().await().atMost(PATIENCE);
            assertEquals(0, update("update inbox_event set handled_at = now() where event_id = $1", event.toString()));
            // The same topic from its beginning, as after the loss of the group's offsets.
            send(producer, event, note, 3);
            send(producer, EventIds.next(), note, 4);

            awaitEffect(note, 4);
            assertEquals(1, Collections.frequency(notes.effects(), text(note, 3)));
        }
    }

    private void awaitEffect(String note, long sequence) {
        await().atMost(PATIENCE).until(() -> notes.effects().contains(text(note, sequence)));
    }

    private int update(String sql, String parameter) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .atMost(PATIENCE)
                .rowCount();
    }

    private static void send(Producer<String, byte[]> producer, UUID id, String note, long sequence) throws Exception {
        var envelope = new CloudEventCodec.Envelope(
                id,
                URI.create("urn:tanggap:sample-service"),
                "id.tanggap.sample.note.v1",
                note,
                note,
                sequence,
                Instant.now());
        String json = "{\"noteId\":\"%s\",\"text\":\"%s\"}".formatted(note, text(note, sequence));
        producer.send(CloudEventCodec.writeJson("sample.note.v1", envelope, json.getBytes(UTF_8), Optional.empty()))
                .get();
    }

    private static String text(String note, long sequence) {
        return "state " + sequence + " of " + note;
    }
}
