package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import id.tanggap.notification.contract.Schemas;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnOneReceiver;
import id.tanggap.notification.support.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency sees how its receiver does, tries it with a test ticket, and has sent again what it missed. */
@QuarkusTest
class ActivityFlowTest extends OnOneReceiver {

    private static final Path TICKET_SCHEMA =
            Path.of("../ticket-service/src/main/resources/META-INF/tanggap/schemas/ticket.agency.v1.schema.json");

    ActivityFlowTest() {
        super("dinkes1", 200);
    }

    @Test
    void the_activity_shows_state_success_latency_and_the_last_answer_which_operations_do_not_see() {
        String path = "/api/v1/subscriptions/" + subscribed.id() + "/activity";
        Api.as("dinkes1")
                .get(path)
                .then()
                .statusCode(200)
                .body("state", is("ACTIVE"))
                .body("since", notNullValue())
                .body("delivered", is(0))
                .body("successRate", nullValue())
                .body("lastAnswer", nullValue())
                .body("last", hasSize(0));
        tickets.publish("dinkes", uuid(), 1);
        tickets.publish("dinkes", uuid(), 1);
        awaitCount("status = 'DELIVERED'", 2);
        answer.set(418);
        tickets.publish("dinkes", ticket, 1);
        awaitCount("status = 'DEAD'", 1);
        Database.update("update delivery set due_at = finished_at - interval '3 seconds', took_millis = 40"
                + " where status = 'DELIVERED' and subscription_id = '" + subscribed.id() + "'");

        Api.as("dinkes1")
                .get(path)
                .then()
                .body("delivered", is(2))
                .body("dead", is(1))
                .body("attempts", is(6))
                .body("successRate", is(2 / 3f))
                .body("failures", is(4))
                .body("arrivalMillis.p50", is(3000))
                .body("arrivalMillis.p95", is(3000))
                .body("answerMillis.p50", is(40))
                .body("waiting", is(0))
                .body("nextAttemptAt", nullValue())
                .body("lastAnswer.ticketId", is(ticket))
                .body("lastAnswer.httpStatus", is(418))
                .body("lastAnswer.answer", is("diterima 418"))
                .body("last", hasSize(3));
        Api.as("ops1")
                .get(path)
                .then()
                .statusCode(200)
                .body("lastAnswer.httpStatus", is(418))
                .body("lastAnswer.answer", nullValue())
                .body("last[0].answer", nullValue());
        Database.update("update delivery set attempted_at = now() - interval '2 hours' where status = 'DELIVERED'"
                + " and subscription_id = '" + subscribed.id() + "'");
        Api.as("dinkes1")
                .queryParam("window", "PT1H")
                .get(path)
                .then()
                .body("delivered", is(0))
                .body("successRate", is(0f))
                .body("window", is("PT1H"));
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "PT0S", "-PT1H", "PT721H"})
    void a_window_that_is_none_is_named(String window) {
        Api.as("dinkes1")
                .queryParam("window", window)
                .get("/api/v1/subscriptions/" + subscribed.id() + "/activity")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("window"));
    }

    @Test
    void a_test_ticket_is_signed_marked_as_a_test_and_kept_nowhere() throws Exception {
        Api.as("dinkes1")
                .post("/api/v1/subscriptions/" + subscribed.id() + "/test")
                .then()
                .statusCode(200)
                .body("arrived", is(true))
                .body("httpStatus", is(200))
                .body("answer", is("diterima 200"))
                .body("tookMillis", greaterThanOrEqualTo(0));

        Received request = receiver.received().getFirst();
        new Webhook(subscribed.secret())
                .verify(
                        request.body(),
                        Map.of(
                                "webhook-id", List.of(request.id()),
                                "webhook-timestamp", List.of(request.timestamp()),
                                "webhook-signature", List.of(request.signature())));
        var body = new ObjectMapper().readTree(request.body());
        assertEquals("TEST", body.get("change").asText());
        assertEquals("TEST", body.get("category").asText());
        assertEquals(List.of(), Schemas.faults(TICKET_SCHEMA, body));
        assertTrue(Database.column("select 1 from delivery where subscription_id = '" + subscribed.id() + "'")
                .isEmpty());
    }

    @Test
    void a_test_of_a_receiver_that_refuses_or_hangs_says_so() {
        String path = "/api/v1/subscriptions/" + subscribed.id() + "/test";
        answer.set(401);
        Api.as("dinkes1")
                .post(path)
                .then()
                .statusCode(200)
                .body("arrived", is(false))
                .body("httpStatus", is(401))
                .body("answer", is("diterima 401"));
        answer.set(-1);
        Api.as("dinkes1")
                .post(path)
                .then()
                .statusCode(200)
                .body("arrived", is(false))
                .body("reason", is("TIMEOUT"))
                .body("httpStatus", nullValue());
    }

    @Test
    void what_waits_is_shown_with_when_it_is_tried_next_or_when_the_next_probe_goes() {
        String path = "/api/v1/subscriptions/" + subscribed.id() + "/activity";
        answer.set(503);
        tickets.publish("dinkes", ticket, 1);
        await().atMost(PATIENCE)
                .until(() -> Database.update("update delivery set next_attempt_at = '2031-05-20T00:00:00Z'"
                                + " where status = 'RETRYING' and lease_owner is null and subscription_id = '"
                                + subscribed.id() + "'")
                        == 1);
        Api.as("dinkes1")
                .get(path)
                .then()
                .body("waiting", is(1))
                .body("held", is(0))
                .body("nextAttemptAt", is("2031-05-20T00:00:00Z"));

        Database.update("update subscription_health set state = 'PAUSED', probed_at = now(),"
                + " probe_at = '2031-05-21T00:00:00Z' where subscription_id = '" + subscribed.id() + "'");
        Api.as("dinkes1").get(path).then().body("nextAttemptAt", is("2031-05-21T00:00:00Z"));
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
