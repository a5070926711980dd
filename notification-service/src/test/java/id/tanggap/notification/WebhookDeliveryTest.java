package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.notification.support.WebhookReceiver.Answer;
import id.tanggap.notification.support.WebhookReceiver.Received;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookSignature;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class WebhookDeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AgencyPublisher tickets;
    private final String ticket = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        tickets = new AgencyPublisher();
    }

    @AfterEach
    void close() {
        tickets.close();
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
    }

    @Test
    void the_agency_s_view_arrives_signed_as_standard_webhooks_says() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(204)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            String view = tickets.publish("damkar", ticket, 1);
            tickets.publish("pdam", UUID.randomUUID().toString(), 1);

            Received request = awaitRequests(receiver, 1).getFirst();

            assertEquals(view, request.body());
            assertEquals("application/json", request.contentType());
            Instant sentAt = Instant.ofEpochSecond(Long.parseLong(request.timestamp()));
            assertEquals(
                    WebhookSignature.sign(WebhookSecret.parse(subscribed.secret()), request.id(), sentAt, view),
                    request.signature());
            assertTrue(Duration.between(sentAt, Instant.now()).abs().toSeconds() < 30);
            awaitStatus(request.id(), "DELIVERED");
            stays(receiver, 1);
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

            List<Received> requests = awaitRequests(receiver, 5);

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

            List<Received> requests = awaitRequests(receiver, 5);

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

            Received request = awaitRequests(receiver, 1).getFirst();

            awaitStatus(request.id(), "DEAD");
            assertEquals("GONE", reasonOf(request.id()));
            stays(receiver, 1);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (WebhookReceiver elsewhere = WebhookReceiver.answering(200);
                WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(307, elsewhere.url()))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);

            Received request = awaitRequests(receiver, 4).getFirst();

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

            awaitRequests(healthy, 20);
            Received request = awaitRequests(hanging, 4).getFirst();
            await().atMost(PATIENCE).until(() -> "TIMEOUT".equals(reasonOf(request.id())));
        }
    }

    @Test
    void an_attempt_whose_process_died_is_taken_over_when_its_lease_ends_and_not_before() {
        AtomicBoolean up = new AtomicBoolean();
        try (WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(up.get() ? 200 : 500, ""))) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = awaitRequests(receiver, 1).getFirst().id();
            await().atMost(PATIENCE)
                    .until(() -> Database.update(
                                    """
                                    update delivery set lease_owner = 'a process that was killed', attempts = 1,
                                           leased_until = now() + interval '3 seconds'
                                     where subscription_id = '%s' and lease_owner is null and finished_at is null
                                    """
                                            .formatted(subscribed.id()))
                            == 1);
            int before = receiver.received().size();
            Instant killed = Instant.now();
            up.set(true);

            awaitRequests(receiver, before + 1);

            assertTrue(Duration.between(killed, Instant.now()).toMillis() >= 2500);
            assertEquals(id, receiver.received().getLast().id());
            awaitStatus(id, "DELIVERED");
        }
    }

    @Test
    void an_attempt_that_lost_its_lease_does_not_overwrite_what_came_after() throws SQLException {
        try (Connection other = Database.connect();
                Statement takeover = other.createStatement();
                WebhookReceiver receiver = new WebhookReceiver(request -> {
                    // While this answer is on its way another process takes over and delivers.
                    execute(
                            takeover,
                            "update delivery set status = 'DELIVERED', lease_owner = null, attempts = attempts + 1,"
                                    + " finished_at = now(), http_status = 299 where delivery_id = '" + request.id()
                                    + "'");
                    return new Answer(500, "");
                })) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);

            String id = awaitRequests(receiver, 1).getFirst().id();

            stays(receiver, 1);
            assertEquals(
                    List.of("299"),
                    Database.column("select http_status from delivery where delivery_id = '" + id + "'"));
        }
    }

    @Test
    void what_is_on_its_way_ends_with_its_subscription() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(500)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = awaitRequests(receiver, 1).getFirst().id();

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
    void the_secret_rests_sealed_and_is_shown_once() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());

            assertTrue(subscribed.secret().startsWith("whsec_"));
            assertFalse(Database.column(
                            "select sealed_secret from subscription where subscription_id = '" + subscribed.id() + "'")
                    .getFirst()
                    .contains("whsec_"));
            Api.as("damkar1")
                    .get("/api/v1/subscriptions/" + subscribed.id())
                    .then()
                    .statusCode(200)
                    .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("secret")));
        }
    }

    @Test
    void a_new_secret_signs_beside_the_old_one_until_that_is_ended() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            String path = "/api/v1/subscriptions/" + subscribed.id() + "/secrets";
            String young = rotate(path);
            tickets.publish("damkar", ticket, 1);
            Received both = awaitRequests(receiver, 1).getFirst();
            assertTrue(verifies(both, subscribed.secret()));
            assertTrue(verifies(both, young));

            Api.as("damkar1").delete(path + "/old").then().statusCode(204);
            tickets.publish("damkar", ticket, 2);
            Received one = awaitRequests(receiver, 2).getLast();
            assertFalse(verifies(one, subscribed.secret()));
            assertTrue(verifies(one, young));

            rotate(path);
            Database.update("update retired_secret set ends_at = now() - interval '1 second' where subscription_id = '"
                    + subscribed.id() + "'");
            String youngest = rotate(path);
            tickets.publish("damkar", ticket, 3);
            Received last = awaitRequests(receiver, 3).getLast();
            assertFalse(verifies(last, young));
            assertTrue(verifies(last, youngest));
            assertFalse(Database.column("select sealed_secret from retired_secret where subscription_id = '"
                            + subscribed.id() + "'")
                    .toString()
                    .contains("whsec_"));
        }
    }

    @Test
    void a_secret_has_no_more_than_two_predecessors_that_sign() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String path = "/api/v1/subscriptions/"
                    + Api.subscribe("damkar1", receiver.url()).id() + "/secrets";
            rotate(path);
            rotate(path);
            Api.as("damkar1")
                    .post(path)
                    .then()
                    .statusCode(409)
                    .body("type", org.hamcrest.Matchers.is("urn:tanggap:problem:too-many-secrets"));
            Api.as("damkar1").delete(path + "/old").then().statusCode(204);
            rotate(path);
        }
    }

    private static String rotate(String path) {
        return Api.as("damkar1")
                .post(path)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("secret");
    }

    /** Whether an agency would take it for ours: by the official library. */
    private static boolean verifies(Received request, String secret) throws Exception {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(request.id()),
                "webhook-timestamp", List.of(request.timestamp()),
                "webhook-signature", List.of(request.signature()));
        try {
            new Webhook(secret).verify(request.body(), headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Test
    void the_first_kilobyte_of_the_answer_is_kept_sealed_for_the_agency_itself() {
        String said = "Aminah tidak dikenal. ".repeat(100);
        try (WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(422, "", said))) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = awaitRequests(receiver, 4).getFirst().id();
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

    private static void execute(Statement statement, String sql) {
        try {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Received> awaitRequests(WebhookReceiver receiver, int count) {
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= count);
        return receiver.received();
    }

    private static void stays(WebhookReceiver receiver, int count) {
        await().during(Duration.ofSeconds(1)).until(() -> receiver.received().size() == count);
    }

    private static void awaitStatus(String id, String status) {
        await().atMost(PATIENCE)
                .until(() -> Database.column("select status from delivery where delivery_id = '" + id + "'")
                        .equals(List.of(status)));
    }

    private static String reasonOf(String id) {
        return Database.column("select reason from delivery where delivery_id = '" + id + "'")
                .getFirst();
    }
}
