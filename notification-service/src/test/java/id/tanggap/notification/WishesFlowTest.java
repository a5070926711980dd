package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnWebhooks;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subscription wants to hear, edited over REST and kept to when it is told. */
@QuarkusTest
class WishesFlowTest extends OnWebhooks {

    @Test
    void an_edit_names_the_version_that_it_saw_and_replaces_the_whole() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String id = Api.subscribe("damkar1", receiver.url()).id();
            Map<String, Object> wishes = Map.of(
                    "url",
                    receiver.url(),
                    "changes",
                    List.of("OPENED", "MERGED"),
                    "minimumPriority",
                    5,
                    "quietHours",
                    Map.of("from", "21:00", "to", "05:30"));

            edit(id, "\"1\"", wishes)
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("changes", is(List.of("OPENED", "MERGED")))
                    .body("minimumPriority", is(5))
                    .body("quietHours.from", is("21:00"))
                    .body("quietHours.to", is("05:30"))
                    .body("$", not(hasKey("secret")));
            edit(id, "\"1\"", wishes).statusCode(412).body("type", is("urn:tanggap:problem:stale-version"));
            edit(id, "\"2\"", Map.of("url", receiver.url() + "&new", "description", "Posko"))
                    .statusCode(200)
                    .header("ETag", "\"3\"");
            Api.as("damkar1")
                    .get("/api/v1/subscriptions/" + id)
                    .then()
                    .header("ETag", "\"3\"")
                    .body("url", is(receiver.url() + "&new"))
                    .body("description", is("Posko"))
                    .body("changes", is(List.of()))
                    .body("minimumPriority", is(0))
                    .body("$", not(hasKey("quietHours")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"1\"`|{}|400|url",
                "`\"1\"`|{\"url\":\"http://10.0.0.1/\"}|400|url",
                "`\"1\"`|{\"url\":\"U\",\"changes\":[\"OPEND\"]}|400|changes",
                "`\"1\"`|{\"url\":\"U\",\"minimumPriority\":11}|400|minimumPriority",
                "`\"1\"`|{\"url\":\"U\",\"minimumPriority\":\"5\"}|400|minimumPriority",
                "`\"1\"`|{\"url\":\"U\",\"quietHours\":{\"from\":\"21:00\"}}|400|quietHours.to",
                "`\"1\"`|{\"url\":\"U\",\"quietHours\":{\"from\":\"21:00\",\"to\":\"21:00\"}}|400|quietHours",
                "`\"1\"`|{\"url\":\"U\",\"quietHours\":{\"from\":\"21:00\",\"to\":\"05:00:30\"}}|400|quietHours.to",
                "`\"1\"`|{\"url\":\"U\",\"quietHours\":{\"from\":\"at nine\",\"to\":\"21:00\"}}|400|quietHours.from",
                "W/2|{\"url\":\"U\"}|400|If-Match",
            })
    void a_bad_edit_names_its_field_and_changes_nothing(String ifMatch, String body, int status, String field) {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String id = Api.subscribe("damkar1", receiver.url()).id();

            edit(id, ifMatch, body.replace("U\"", receiver.url() + "\""))
                    .statusCode(status)
                    .body("errors[0].field", is(field));
            Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().header("ETag", "\"1\"");
        }
    }

    @Test
    void a_blind_edit_and_one_to_an_address_that_is_taken_are_refused() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String id = Api.subscribe("damkar1", receiver.url()).id();
            Api.subscribe("damkar1", receiver.url() + "2");

            Api.as("damkar1")
                    .body(Map.of("url", receiver.url()))
                    .put("/api/v1/subscriptions/" + id)
                    .then()
                    .statusCode(428);
            edit(id, "\"1\"", Map.of("url", receiver.url() + "2")).statusCode(409);
        }
    }

    @Test
    void only_what_is_wanted_is_told_and_what_was_begun_is_told_to_its_end() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            subscribe(receiver, Map.of("changes", List.of("OPENED", "ASSIGNMENT"), "minimumPriority", 5));
            String other = UUID.randomUUID().toString();

            tickets.publish("damkar", other, 1, "OPENED", 4);
            String first = tickets.publish("damkar", ticket, 1, "OPENED", 5);
            tickets.publish("damkar", ticket, 2, "ASSESSED", 9);
            String second = tickets.publish("damkar", ticket, 3, "ASSIGNMENT", 2);
            String risen = tickets.publish("damkar", other, 2, "ASSIGNMENT", 8);

            await().atMost(PATIENCE).until(() -> receiver.received().size() == 3);
            assertEquals(List.of(first, second), bodies(receiver, ticket));
            assertEquals(List.of(risen), bodies(receiver, other));
        }
    }

    @Test
    void quiet_hours_hold_back_what_has_time_and_nothing_that_is_urgent_nor_what_comes_before_it() {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Jakarta")).truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> quiet = Map.of(
                "from", now.minusHours(2).toString(), "to", now.plusHours(2).toString());
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String id = subscribe(receiver, Map.of("quietHours", quiet));
            String calm = UUID.randomUUID().toString();
            String waiting = tickets.publish("damkar", calm, 1, "OPENED", 7);
            String older = tickets.publish("damkar", ticket, 1, "OPENED", 3);
            String urgent = tickets.publish("damkar", ticket, 2, "PRIORITY", 8);

            await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
            assertEquals(List.of(older, urgent), bodies(receiver, ticket));
            assertEquals(
                    List.of("t"),
                    Database.column("select held and next_attempt_at > now() + interval '1 hour' from delivery"
                            + " where ticket_id = '" + calm + "'"));

            // Its turn comes although the hours are not over, as after an outage: it is put back unsent.
            Database.update(
                    "update delivery set held = false, next_attempt_at = now() where ticket_id = '" + calm + "'");
            await().atMost(PATIENCE)
                    .until(() -> Database.column("select attempts from delivery where held and attempts = 0"
                                    + " and next_attempt_at > now() and ticket_id = '" + calm + "'")
                            .equals(List.of("0")));
            assertTrue(bodies(receiver, calm).isEmpty());

            edit(id, "\"1\"", Map.of("url", receiver.url())).statusCode(200);
            await().atMost(PATIENCE).until(() -> bodies(receiver, calm).equals(List.of(waiting)));
        }
    }

    private static String subscribe(WebhookReceiver receiver, Map<String, Object> wishes) {
        Map<String, Object> body = new java.util.HashMap<>(wishes);
        body.put("url", receiver.url());
        return Api.as("damkar1")
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("subscriptionId");
    }

    private static ValidatableResponse edit(String id, String ifMatch, Object body) {
        return Api.as("damkar1")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/api/v1/subscriptions/" + id)
                .then();
    }

    private static List<String> bodies(WebhookReceiver receiver, String ticket) {
        return receiver.received().stream()
                .map(WebhookReceiver.Received::body)
                .filter(body -> body.contains(ticket))
                .toList();
    }
}
