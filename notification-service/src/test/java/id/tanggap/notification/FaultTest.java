package id.tanggap.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.contract.Schemas;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.SseClient;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.platform.event.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class FaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "ticket.agency.pusat.v1";

    @TestHTTPResource("/")
    URI base;

    @Inject
    MeterRegistry metrics;

    private AgencyPublisher tickets;
    private final String ticket = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        tickets = new AgencyPublisher();
    }

    @AfterEach
    void close() {
        tickets.close();
    }

    @Test
    void poison_goes_to_the_dead_letter_queue_with_its_reason_and_the_next_record_is_told() {
        double before = dead();
        try (Logs logs = new Logs();
                SseClient pusat = SseClient.open(base, Tokens.user("pusat1"), Optional.empty())) {
            tickets.send(new ProducerRecord<>(TOPIC, ticket, "no headers".getBytes(UTF_8)));
            tickets.send(AgencyPublisher.record(TOPIC, EventIds.next(), ticket, 1, "{not json"));
            // The broker lets only the owner write here, but a view of another agency is still a fault.
            tickets.send(AgencyPublisher.record(
                    TOPIC, EventIds.next(), ticket, 2, AgencyPublisher.view("damkar", ticket, 2)));
            // A tombstone of the compacted topic says nothing.
            tickets.send(new ProducerRecord<>(TOPIC, ticket, null));
            String good = tickets.publish("pusat", ticket, 3);

            assertEquals(new JsonObject(good), pusat.awaitEvents(1).getFirst().data());
            List<String> reasons = records("notification.ticket.agency.dlq", 3).stream()
                    .map(dead -> new String(
                            dead.headers().lastHeader("dead-letter-reason").value(), UTF_8))
                    .toList();
            assertTrue(reasons.get(0).contains("not a CloudEvent"), reasons::toString);
            assertTrue(reasons.get(1).contains("not a readable AgencyTicket"), reasons::toString);
            assertTrue(reasons.get(2).contains("another agency"), reasons::toString);
            assertFalse(reasons.toString().contains("Siti"));
            assertEquals(3, dead() - before);
            List<String> lines = logs.lines();
            assertEquals(
                    3,
                    lines.stream().filter(l -> l.contains("event=dead-letter")).count(),
                    lines::toString);
            assertNamesNobody(lines);
        }
    }

    @Test
    void what_arrived_while_the_database_died_is_recorded_afterwards_and_not_sent_again() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        try (Logs logs = new Logs();
                WebhookReceiver receiver = new WebhookReceiver(request -> {
                    if (first.getAndSet(false)) {
                        EmbeddedStack.postgres().kill();
                    }
                    return new WebhookReceiver.Answer(200, "");
                })) {
            Api.Subscribed subscribed = Api.subscribe("pusat1", receiver.url());
            String one = tickets.publish("pusat", ticket, 1);
            try {
                await().atMost(PATIENCE).until(() -> receiver.received().size() == 1);
                // Longer than a lease: the delivery is nobody's when the database is back.
                Thread.sleep(4000);
                Api.as("pusat1")
                        .get("/api/v1/subscriptions")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue());
            } finally {
                EmbeddedStack.postgres().start();
            }
            String two = tickets.publish("pusat", ticket, 2);

            await().atMost(PATIENCE).until(() -> receiver.received().stream()
                    .anyMatch(r -> r.body().equals(two)));

            assertEquals(
                    List.of(one, two),
                    receiver.received().stream()
                            .map(WebhookReceiver.Received::body)
                            .toList());
            Api.unsubscribe("pusat1", subscribed.id());
            assertNamesNobody(logs.lines());
        }
    }

    @Test
    void while_the_database_is_dead_nothing_is_lost_and_streams_and_webhooks_go_on_afterwards() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (WebhookReceiver receiver = new WebhookReceiver(request -> {
                    asked.incrementAndGet();
                    return new WebhookReceiver.Answer(200, "");
                });
                SseClient client = SseClient.open(base, Tokens.user("pusat1"), Optional.empty())) {
            Api.Subscribed subscribed = Api.subscribe("pusat1", receiver.url());
            List<String> sent = new ArrayList<>();
            EmbeddedStack.postgres().kill();
            try {
                for (int i = 1; i <= 5; i++) {
                    sent.add(tickets.publish("pusat", ticket, i));
                }
                Thread.sleep(1500);
            } finally {
                EmbeddedStack.postgres().start();
            }

            client.awaitEvents(5);
            await().atMost(PATIENCE).until(() -> asked.get() >= 5);

            assertEquals(sent.stream().map(JsonObject::new).toList(), client.data());
            assertEquals(
                    sent,
                    receiver.received().stream()
                            .map(WebhookReceiver.Received::body)
                            .toList());
            Api.unsubscribe("pusat1", subscribed.id());
        }
    }

    @Test
    void every_attempt_is_told_on_the_topic_as_the_schema_says_and_names_nobody() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (WebhookReceiver receiver = new WebhookReceiver(
                request -> new WebhookReceiver.Answer(asked.incrementAndGet() == 1 ? 500 : 200, ""))) {
            Api.Subscribed subscribed = Api.subscribe("pusat1", receiver.url());
            tickets.publish("pusat", ticket, 1);

            List<ConsumerRecord<String, byte[]>> events = records("notification.delivery.v1", 2);

            ObjectMapper json = new ObjectMapper();
            for (ConsumerRecord<String, byte[]> event : events) {
                JsonNode data = json.readTree(event.value());
                assertEquals(List.of(), Schemas.faults("notification.delivery.v1", data));
                assertFalse(data.toString().contains("Siti"));
                assertFalse(data.toString().contains("+62"));
            }
            assertEquals(
                    "RETRYING",
                    json.readTree(events.get(0).value()).get("status").asText());
            assertEquals(
                    "DELIVERED",
                    json.readTree(events.get(1).value()).get("status").asText());
            Api.unsubscribe("pusat1", subscribed.id());
        }
    }

    private static void assertNamesNobody(List<String> lines) {
        assertFalse(lines.isEmpty());
        for (String personal : List.of("Siti", "Aminah", "81234567890", "Kebakaran dapur", "whsec_")) {
            lines.forEach(line -> assertFalse(line.contains(personal), line));
        }
    }

    private double dead() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, int count) {
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (ticket.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
            return found;
        }
    }
}
