package id.tanggap.platform.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Backlog;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.local.test.Scrape;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.sample.NoteConsumer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the library measures, as Prometheus reads it. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class EventMetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = "sample.note.v1";
    private static final String QUEUE = "sample.sample.note.dlq";
    private static final String CHANNEL = "sample-note";

    @Inject
    NoteConsumer notes;

    @TestHTTPResource
    String address;

    private final String note = "m" + UUID.randomUUID().toString().substring(0, 12);
    private Producer<String, byte[]> producer;

    @BeforeEach
    void open() {
        Backlog.awaitNone("sample-service");
        producer = KafkaPeers.producer("admin");
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void an_event_counts_once_with_its_age_however_often_it_comes() throws Exception {
        Scrape before = scrape();
        UUID id = EventIds.next();
        Instant longAgo = Instant.now().minusSeconds(45);
        send(id, 2, "twice " + note, longAgo);
        send(id, 2, "twice " + note, longAgo);
        send(EventIds.next(), 1, "older " + note, longAgo);
        awaitGrowth(before, 1, "tanggap_events_consumed_total", "channel", CHANNEL, "result", "stale");

        Scrape after = scrape();
        assertGrowth(before, after, 1, "tanggap_events_consumed_total", "channel", CHANNEL, "result", "applied");
        assertGrowth(before, after, 1, "tanggap_events_consumed_total", "channel", CHANNEL, "result", "repeated");
        assertGrowth(before, after, 1, "tanggap_event_age_seconds_count", "channel", CHANNEL);
        assertGrowth(before, after, 0, "tanggap_event_age_seconds_bucket", "channel", CHANNEL, "le", "30.0");
        assertGrowth(before, after, 1, "tanggap_event_age_seconds_bucket", "channel", CHANNEL, "le", "60.0");
        assertTrue(notes.effects().contains("twice " + note));
    }

    @Test
    void an_event_that_the_outbox_sends_is_timed_and_leads_to_its_trace() {
        Scrape before = scrape();
        List<String> traces = new ArrayList<>();
        // A bucket keeps its exemplar for some seconds: another test's may be there.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            traces.add(written());
            Scrape now = scrape();
            return Stream.of(
                            "http_server_requests_seconds",
                            "tanggap_outbox_publish_delay_seconds",
                            "tanggap_event_age_seconds")
                    .noneMatch(histogram -> Collections.disjoint(now.exemplars(histogram), traces));
        });

        awaitGrowth(before, traces.size(), "tanggap_outbox_publish_delay_seconds_count", "channel", CHANNEL);
        awaitGrowth(before, traces.size(), "tanggap_event_age_seconds_count", "channel", CHANNEL);
        Scrape after = scrape();
        assertGrowth(
                before,
                after,
                traces.size(),
                "tanggap_outbox_publish_delay_seconds_bucket",
                "channel",
                CHANNEL,
                "le",
                "30.0");
    }

    /** Has a note written within a trace of its own. */
    private String written() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        RestAssured.given()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body(Map.of("noteId", "w" + trace.substring(0, 12), "texts", List.of("sent " + trace)))
                .post("/api/v1/notes")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> notes.effects().contains("sent " + trace));
        return trace;
    }

    @Test
    void a_dead_letter_is_counted_where_it_lies_until_it_is_put_back() throws Exception {
        await().atMost(PATIENCE).until(() -> !Double.isNaN(waiting()));
        Scrape before = scrape();
        producer.send(new ProducerRecord<>(TOPIC, note, "no headers".getBytes(UTF_8)))
                .get();
        awaitGrowth(before, 1, "tanggap_dead_letters_waiting", "channel", CHANNEL);
        Scrape after = scrape();
        assertGrowth(before, after, 1, "tanggap_events_dead_total", "channel", CHANNEL, "reason", "unreadable");
        assertGrowth(before, after, 0, "tanggap_events_dead_total", "channel", CHANNEL, "reason", "failed");

        var letter = KafkaPeers.consumer("admin");
        try (letter) {
            letter.subscribe(List.of(QUEUE));
            await().atMost(PATIENCE).until(() -> {
                for (var record : letter.poll(Duration.ofMillis(200))) {
                    if (note.equals(record.key())) {
                        var marker = new ProducerRecord<String, byte[]>(QUEUE, record.partition(), note, null);
                        marker.headers()
                                .add(
                                        "put-back-offset",
                                        Long.toString(record.offset()).getBytes(UTF_8));
                        producer.send(marker).get();
                        return true;
                    }
                }
                return false;
            });
        }

        awaitGrowth(before, 0, "tanggap_dead_letters_waiting", "channel", CHANNEL);
    }

    @Test
    void a_letter_whose_own_header_looks_like_a_mark_does_not_stop_the_counting() throws Exception {
        await().atMost(PATIENCE).until(() -> !Double.isNaN(waiting()));
        Scrape before = scrape();
        var odd = new ProducerRecord<String, byte[]>(QUEUE, note, null);
        odd.headers().add("put-back-offset", "no place".getBytes(UTF_8));
        producer.send(odd).get();
        producer.send(new ProducerRecord<>(QUEUE, note, "another".getBytes(UTF_8)))
                .get();

        awaitGrowth(before, 2, "tanggap_dead_letters_waiting", "channel", CHANNEL);
    }

    @Test
    void what_is_not_committed_yet_is_lag_even_while_the_channel_waits() throws Exception {
        await().atMost(PATIENCE).until(() -> lag() == 0);
        EmbeddedStack.postgres().kill();
        try {
            for (int i = 1; i <= 3; i++) {
                send(EventIds.next(), i, "behind " + note, Instant.now());
            }
            await().atMost(PATIENCE).until(() -> lag() == 3);
        } finally {
            EmbeddedStack.postgres().start();
        }

        await().atMost(PATIENCE).until(() -> lag() == 0);
    }

    @Test
    void our_metrics_have_descriptions_units_and_labels_of_few_values() {
        Scrape scrape = scrape();

        assertEquals(List.of(), scrape.faults());
        assertTrue(scrape.has("tanggap_build_info", "service", "sample-service"));
        assertFalse(scrape.has("tanggap_build_info", "version", ""));
    }

    @Test
    void kafkas_clients_have_no_series_for_each_topic_and_partition() {
        Scrape scrape = scrape();

        assertTrue(scrape.has("kafka_consumer_last_poll_seconds_ago", "client_id", "kafka-consumer-sample-note"));
        for (String topic : List.of(TOPIC, TOPIC.replace('.', '_'))) {
            assertFalse(scrape.has("kafka_consumer_fetch_manager_records_consumed_total", "topic", topic));
            assertFalse(scrape.has("kafka_consumer_fetch_manager_records_lag", "topic", topic));
        }
    }

    private double waiting() {
        return scrape().sum("tanggap_dead_letters_waiting", "channel", CHANNEL);
    }

    private double lag() {
        return scrape().sum("tanggap_consumer_lag_records", "channel", CHANNEL);
    }

    private Scrape scrape() {
        return Scrape.of(address.replaceAll("/$", ""));
    }

    private void awaitGrowth(Scrape before, double by, String name, String... labels) {
        await().atMost(PATIENCE).until(() -> scrape().sum(name, labels) - before.sum(name, labels) == by);
    }

    private static void assertGrowth(Scrape before, Scrape after, double by, String name, String... labels) {
        assertEquals(by, after.sum(name, labels) - before.sum(name, labels), name + " " + List.of(labels));
    }

    private void send(UUID id, long sequence, String text, Instant at) throws Exception {
        var envelope = new CloudEventCodec.Envelope(
                id, URI.create("urn:tanggap:sample-service"), "id.tanggap.sample.note.v1", note, note, sequence, at);
        String json = "{\"noteId\":\"%s\",\"text\":\"%s\"}".formatted(note, text);
        producer.send(CloudEventCodec.writeJson(TOPIC, envelope, json.getBytes(UTF_8), Optional.empty()))
                .get();
    }
}
