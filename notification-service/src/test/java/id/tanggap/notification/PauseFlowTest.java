package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.notification.contract.Schemas;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnOneReceiver;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.notification.support.WebhookReceiver.Answer;
import id.tanggap.notification.support.WebhookReceiver.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A receiver that is away for long is left alone until a probe arrives, and then gets all that it missed. */
@QuarkusTest
class PauseFlowTest extends OnOneReceiver {

    private static final String TOPIC = "notification.subscription.v1";

    @Inject
    MeterRegistry metrics;

    PauseFlowTest() {
        super("polres1", 503);
    }

    @Test
    void a_receiver_that_was_down_for_an_hour_gets_everything_in_order_and_no_storm() throws IOException {
        double paused = changes("paused");
        List<String> ids = List.of(uuid(), uuid(), uuid());
        List<String> sent = new ArrayList<>();
        publish(ids, 1, sent);
        pause();
        publish(ids, 2, sent);
        // Tried once a probe's time, not as often as each delivery's own patience would have it.
        int probes = receiver.received().size();
        Instant from = Instant.now();
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= probes + 3);
        List<Received> probed = receiver.received().subList(probes, probes + 3);
        assertTrue(
                Duration.between(from, probed.getLast().at()).toMillis() > 3 * 200, "probes follow each other at once");
        assertEquals(List.of("6"), waiting());

        // However long each would still wait by itself, it goes out when the receiver is back.
        Database.update("update delivery set next_attempt_at = now() + interval '1 hour' where status = 'RETRYING'"
                + " and subscription_id = '" + subscribed.id() + "'");

        answer.set(200);

        await().atMost(PATIENCE).until(() -> waiting().equals(List.of("0")));
        List<String> arrived = bodies(200);
        assertEquals(6, arrived.size());
        for (String id : ids) {
            assertEquals(
                    sent.stream().filter(body -> body.contains(id)).toList(),
                    arrived.stream().filter(body -> body.contains(id)).toList());
        }
        assertEquals(1, changes("paused") - paused);
        List<JsonNode> told = told(2);
        assertEquals("PAUSED", told.get(0).get("state").asText());
        assertEquals("HTTP_STATUS", told.get(0).get("reason").asText());
        assertEquals("ACTIVE", told.get(1).get("state").asText());
        assertEquals("PROBE_ARRIVED", told.get(1).get("reason").asText());
    }

    @Test
    void something_urgent_and_new_is_tried_at_once_and_once() {
        String calm = uuid();
        tickets.publish("polres", calm, 1, "OPENED", 8);
        pause();
        Database.update("update subscription_health set probe_at = now() + interval '1 hour' where subscription_id = '"
                + subscribed.id() + "'");
        await().atMost(PATIENCE).until(() -> Database.column("select 1 from delivery where leased_until is not null"
                        + " and subscription_id = '" + subscribed.id() + "'")
                .isEmpty());
        Database.update("update subscription_health set probe_at = now() + interval '1 hour', probed_at = now()"
                + " where subscription_id = '" + subscribed.id() + "'");
        int before = receiver.received().size();
        tickets.publish("polres", uuid(), 1, "OPENED", 5);
        await().during(Duration.ofMillis(600)).until(() -> receiver.received().size() == before);

        answer.set(200);
        String fire = tickets.publish("polres", uuid(), 1, "OPENED", 9);

        await().atMost(PATIENCE).until(() -> bodies(200).contains(fire));
        await().atMost(PATIENCE).until(() -> waiting().equals(List.of("0")));
    }

    @Test
    void gone_disables_until_the_owner_enables_and_what_came_meanwhile_is_sent_then() throws IOException {
        answer.set(410);
        tickets.publish("polres", uuid(), 1);
        await().atMost(PATIENCE).until(() -> state().equals(List.of("DISABLED")));
        answer.set(200);
        String meanwhile = tickets.publish("polres", uuid(), 1, "OPENED", 10);
        await().atMost(PATIENCE).until(() -> waiting().equals(List.of("1")));
        await().during(Duration.ofMillis(600)).until(() -> bodies(200).isEmpty());

        Api.as("polres1").get("/api/v1/subscriptions/" + subscribed.id()).then().body("state", is("DISABLED"));
        Api.as("polres1")
                .get("/api/v1/subscriptions/" + subscribed.id() + "/activity")
                .then()
                .body("state", is("DISABLED"))
                .body("reason", is("GONE"))
                .body("waiting", is(1))
                .body("nextAttemptAt", org.hamcrest.Matchers.nullValue());
        Api.as("pdam1")
                .post("/api/v1/subscriptions/" + subscribed.id() + "/enable")
                .then()
                .statusCode(404);
        assertEquals(List.of("DISABLED"), state());
        Api.as("polres1")
                .post("/api/v1/subscriptions/" + subscribed.id() + "/enable")
                .then()
                .statusCode(204);

        await().atMost(PATIENCE).until(() -> bodies(200).contains(meanwhile));
        List<JsonNode> told = told(2);
        assertEquals("DISABLED", told.get(0).get("state").asText());
        assertEquals("GONE", told.get(0).get("reason").asText());
        assertEquals("ENABLED", told.get(1).get("reason").asText());
    }

    @Test
    void what_waited_a_day_for_a_disabled_subscription_is_dead_and_was_never_sent() {
        answer.set(410);
        tickets.publish("polres", uuid(), 1);
        await().atMost(PATIENCE).until(() -> state().equals(List.of("DISABLED")));
        String late = uuid();
        tickets.publish("polres", late, 1);
        await().atMost(PATIENCE).until(() -> waiting().equals(List.of("1")));

        Database.update("update delivery set due_at = due_at - interval '1 day' where ticket_id = '" + late + "'");

        await().atMost(PATIENCE).until(() -> waiting().equals(List.of("0")));
        Api.as("polres1")
                .queryParam("ticketId", late)
                .get("/api/v1/deliveries")
                .then()
                .body("items[0].status", is("DEAD"))
                .body("items[0].reason", is("EXPIRED"));
        assertTrue(
                receiver.received().stream().noneMatch(request -> request.body().contains(late)));
    }

    @Test
    void what_is_no_longer_kept_is_given_up_and_holds_up_nothing() {
        String lost = uuid();
        tickets.publish("polres", lost, 1, "OPENED", 8);
        await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());
        // None of its attempts may be under way: it would arrive.
        await().atMost(PATIENCE)
                .until(() -> Database.update("update delivery set next_attempt_at = now() + interval '1 hour'"
                                + " where leased_until is null and ticket_id = '" + lost + "'")
                        == 1);
        Database.update("delete from feed_event where ticket_id = '" + lost + "'");
        answer.set(200);
        String next = tickets.publish("polres", lost, 2, "OPENED", 8);

        Database.update("update delivery set due_at = due_at - interval '1 day' where ticket_sequence = 1"
                + " and ticket_id = '" + lost + "'");

        await().atMost(PATIENCE).until(() -> bodies(200).equals(List.of(next)));
        assertEquals(
                List.of("EXPIRED"),
                Database.column("select reason from delivery where status = 'DEAD' and ticket_id = '" + lost + "'"));
    }

    @Test
    void one_that_fails_is_sent_no_two_at_a_time_and_leaves_the_places_to_others() {
        answer.set(200);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WebhookReceiver slow = new WebhookReceiver(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            now.decrementAndGet();
            return new Answer(500, "");
        })) {
            String failing = Api.subscribe("polres1", slow.url()).id();
            Database.update("update subscription_health set failures = 3, failing_since = now()"
                    + " where subscription_id = '" + failing + "'");
            for (int i = 0; i < 5; i++) {
                tickets.publish("polres", uuid(), 1);
            }

            await().atMost(PATIENCE).until(() -> slow.received().size() >= 10);
            assertEquals(1, most.get());
            assertEquals(5, receiver.received().size());
        }
    }

    /** Lets an hour pass of failing, as the subscription sees it. */
    private void pause() {
        await().atMost(PATIENCE)
                .until(() -> Database.update("update subscription_health set failures = 100,"
                                + " failing_since = now() - interval '1 hour' where failures > 0 and subscription_id = '"
                                + subscribed.id() + "'")
                        == 1);
        await().atMost(PATIENCE).until(() -> state().equals(List.of("PAUSED")));
    }

    private void publish(List<String> ids, int sequence, List<String> sent) {
        ids.forEach(id -> sent.add(tickets.publish("polres", id, sequence, "OPENED", 8)));
    }

    private double changes(String state) {
        return metrics.counter("tanggap.subscription.changes", "state", state).count();
    }

    private List<String> state() {
        return Database.column(
                "select state from subscription_health where subscription_id = '" + subscribed.id() + "'");
    }

    private List<String> waiting() {
        return Database.column("select count(*) from delivery where status in ('PENDING', 'RETRYING')"
                + " and subscription_id = '" + subscribed.id() + "'");
    }

    /** What arrived, once each delivery, in the order in which it did. */
    private List<String> bodies(int status) {
        List<String> delivered = Database.column("select delivery_id from delivery where http_status = " + status
                + " and subscription_id = '" + subscribed.id() + "'");
        List<String> bodies = new ArrayList<>();
        receiver.received().reversed().stream()
                .filter(request -> delivered.contains(request.id()))
                .filter(request -> !bodies.contains(request.body()))
                .forEach(request -> bodies.addFirst(request.body()));
        return bodies;
    }

    private List<JsonNode> told(int count) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode data = json.readTree(record.value());
                    if (data.get("subscriptionId").asText().equals(subscribed.id())) {
                        assertEquals("polres", record.key());
                        assertEquals(List.of(), Schemas.faults(TOPIC, data));
                        found.add(data);
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
