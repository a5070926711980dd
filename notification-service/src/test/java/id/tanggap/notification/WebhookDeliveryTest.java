package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnWebhooks;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.notification.support.WebhookReceiver.Answer;
import id.tanggap.notification.support.WebhookReceiver.Received;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookSignature;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookDeliveryTest extends OnWebhooks {

    @Test
    void the_agency_s_view_arrives_signed_as_standard_webhooks_says() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(204)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            String view = tickets.publish("damkar", ticket, 1);
            tickets.publish("pdam", UUID.randomUUID().toString(), 1);

            Received request = receiver.awaitRequests(1).getFirst();

            assertEquals(view, request.body());
            assertEquals("application/json", request.contentType());
            Instant sentAt = Instant.ofEpochSecond(Long.parseLong(request.timestamp()));
            assertEquals(
                    WebhookSignature.sign(WebhookSecret.parse(subscribed.secret()), request.id(), sentAt, view),
                    request.signature());
            assertTrue(Duration.between(sentAt, Instant.now()).abs().toSeconds() < 30);
            awaitStatus(request.id(), "DELIVERED");
            receiver.assertStays(1);
        }
    }

    @Test
    void a_receiver_that_fails_twice_gets_it_a_third_time_under_the_same_id_and_later_changes_wait() {
        AtomicInteger asked = new AtomicInteger();
        try (WebhookReceiver receiver =
                new WebhookReceiver(request -> new Answer(asked.incrementAndGet() <= 2 ? 500 : 200, ""))) {
            Api.subscribe("damkar1", receiver.url());
            List<String> views = IntStream.rangeClosed(1, 3)
                    .mapToObj(i -> tickets.publish("damkar", ticket, i))
                    .toList();

            List<Received> requests = receiver.awaitRequests(5);

            assertEquals(
                    List.of(views.get(0), views.get(0), views.get(0), views.get(1), views.get(2)),
                    requests.stream().map(Received::body).toList());
            assertEquals(
                    1, requests.stream().limit(3).map(Received::id).distinct().count());
            assertEquals(3, requests.stream().map(Received::id).distinct().count());
            awaitStatus(requests.getLast().id(), "DELIVERED");
            assertEquals(
                    List.of("3"),
                    Database.column("select attempts from delivery where delivery_id = '"
                            + requests.getFirst().id() + "'"));
        }
    }

    @Test
    void a_ticket_that_cannot_be_delivered_does_not_hold_up_another() {
        String other = UUID.randomUUID().toString();
        try (WebhookReceiver receiver =
                new WebhookReceiver(request -> new Answer(request.body().contains(ticket) ? 500 : 200, ""))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String second = tickets.publish("damkar", other, 1);

            await().atMost(PATIENCE).until(() -> receiver.received().stream()
                    .anyMatch(r -> r.body().equals(second)));
        }
    }

    @Test
    void after_the_last_attempt_a_delivery_is_dead_and_the_next_change_goes_out() {
        try (WebhookReceiver receiver = new WebhookReceiver(
                request -> new Answer(request.body().contains("\"sequence\":1,") ? 503 : 200, ""))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String second = tickets.publish("damkar", ticket, 2);

            List<Received> requests = receiver.awaitRequests(5);

            assertEquals(
                    1, requests.stream().limit(4).map(Received::id).distinct().count());
            awaitStatus(requests.getFirst().id(), "DEAD");
            assertEquals(second, requests.get(4).body());
            Api.as("damkar1")
                    .queryParam("status", "DEAD")
                    .queryParam("ticketId", ticket)
                    .get("/api/v1/deliveries")
                    .then()
                    .statusCode(200)
                    .body("items.size()", org.hamcrest.Matchers.is(1))
                    .body("items[0].attempts", org.hamcrest.Matchers.is(4))
                    .body("items[0].httpStatus", org.hamcrest.Matchers.is(503))
                    .body("items[0].reason", org.hamcrest.Matchers.is("HTTP_STATUS"));
        }
    }

    @Test
    void a_receiver_that_is_gone_is_not_asked_again() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(410)) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);

            Received request = receiver.awaitRequests(1).getFirst();

            awaitStatus(request.id(), "DEAD");
            assertEquals("GONE", reasonOf(request.id()));
            receiver.assertStays(1);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (WebhookReceiver elsewhere = WebhookReceiver.answering(200);
                WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(307, elsewhere.url()))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);

            Received request = receiver.awaitRequests(4).getFirst();

            awaitStatus(request.id(), "DEAD");
            assertEquals("REDIRECT", reasonOf(request.id()));
            assertTrue(elsewhere.received().isEmpty());
        }
    }

    @Test
    void a_receiver_that_hangs_times_out_and_does_not_hold_up_another_subscription() {
        try (WebhookReceiver hanging = WebhookReceiver.answering(-1);
                WebhookReceiver healthy = WebhookReceiver.answering(200)) {
            Api.subscribe("damkar1", hanging.url());
            Api.subscribe("damkar1", healthy.url());
            for (int i = 0; i < 20; i++) {
                tickets.publish("damkar", UUID.randomUUID().toString(), 1);
            }

            healthy.awaitRequests(20);
            Received request = hanging.awaitRequests(4).getFirst();
            await().atMost(PATIENCE).until(() -> "TIMEOUT".equals(reasonOf(request.id())));
        }
    }

    @Test
    void what_is_on_its_way_ends_with_its_subscription() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(500)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = receiver.awaitRequests(1).getFirst().id();

            Api.unsubscribe("damkar1", subscribed.id());
            tickets.publish("damkar", ticket, 2);

            awaitStatus(id, "CANCELLED");
            assertEquals(
                    1,
                    Database.column("select 1 from delivery where subscription_id = '" + subscribed.id() + "'")
                            .size());
            int asked = receiver.received().size();
            await().during(Duration.ofSeconds(2))
                    .until(() -> receiver.received().size() <= asked + 1);
        }
    }

    @Test
    void the_first_kilobyte_of_the_answer_is_kept_sealed_for_the_agency_itself() {
        String said = "Aminah tidak dikenal. ".repeat(100);
        try (WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(422, "", said))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = receiver.awaitRequests(4).getFirst().id();
            awaitStatus(id, "DEAD");

            assertFalse(Database.column("select sealed_answer from delivery where delivery_id = '" + id + "'")
                    .getFirst()
                    .contains("Aminah"));
            String path = "items.find { it.deliveryId == '" + id + "' }.";
            Api.as("damkar1")
                    .get("/api/v1/deliveries")
                    .then()
                    .body(path + "answer", org.hamcrest.Matchers.is(said.substring(0, 1024)))
                    .body(path + "httpStatus", org.hamcrest.Matchers.is(422))
                    .body(path + "tookMillis", org.hamcrest.Matchers.greaterThanOrEqualTo(0));
            Api.as("ops1")
                    .get("/api/v1/deliveries")
                    .then()
                    .body(path + "httpStatus", org.hamcrest.Matchers.is(422))
                    .body(path + "answer", org.hamcrest.Matchers.nullValue());
        }
    }

    private static String reasonOf(String id) {
        return Database.column("select reason from delivery where delivery_id = '" + id + "'")
                .getFirst();
    }
}
