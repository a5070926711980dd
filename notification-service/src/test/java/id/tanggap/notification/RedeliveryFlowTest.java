package id.tanggap.notification;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnOneReceiver;
import id.tanggap.notification.support.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was sent is sent again by a person's wish. */
@QuarkusTest
class RedeliveryFlowTest extends OnOneReceiver {

    RedeliveryFlowTest() {
        super("dinkes1", 200);
    }

    @Test
    void what_was_given_up_is_sent_again_under_its_id_and_its_attempts_begin_anew() {
        answer.set(500);
        String first = tickets.publish("dinkes", ticket, 1);
        String second = tickets.publish("dinkes", ticket, 2);
        awaitCount("status = 'DEAD'", 2);
        List<String> ids =
                receiver.received().stream().map(Received::id).distinct().toList();
        int before = receiver.received().size();
        answer.set(200);

        Api.as("pdam1")
                .body(Map.of("deliveryIds", ids))
                .post("/api/v1/deliveries/redeliveries")
                .then()
                .statusCode(200)
                .body("deliveries", is(0));
        Api.as("dinkes1")
                .body(Map.of("subscriptionId", subscribed.id()))
                .post("/api/v1/deliveries/redeliveries")
                .then()
                .statusCode(200)
                .body("deliveries", is(2))
                .body("more", is(false));

        awaitCount("status = 'DELIVERED'", 2);
        List<Received> again =
                receiver.received().subList(before, receiver.received().size());
        assertEquals(ids, again.stream().map(Received::id).toList());
        assertEquals(List.of(first, second), again.stream().map(Received::body).toList());
        assertEquals(
                List.of("5", "5"),
                Database.column("select attempts from delivery where subscription_id = '" + subscribed.id() + "'"));
    }

    @Test
    void one_that_arrived_is_sent_again_and_tried_as_patiently_as_the_first_time() {
        String view = tickets.publish("dinkes", ticket, 1);
        awaitCount("status = 'DELIVERED'", 1);
        String id = receiver.received().getFirst().id();
        answer.set(500);

        Api.as("pdam1").post("/api/v1/deliveries/" + id + "/redelivery").then().statusCode(404);
        Api.as("pdam1").get("/api/v1/deliveries/" + id).then().statusCode(404);
        Api.as("dinkes1")
                .post("/api/v1/deliveries/" + id + "/redelivery")
                .then()
                .statusCode(200)
                .body("deliveryId", is(id));

        awaitCount("status = 'DEAD'", 1);
        assertEquals(5, receiver.received().size());
        assertTrue(receiver.received().stream()
                .allMatch(request -> request.id().equals(id) && request.body().equals(view)));
        Api.as("dinkes1").get("/api/v1/deliveries/" + id).then().body("attempts", is(5));
    }

    @Test
    void what_a_subscription_that_is_over_did_not_get_is_not_sent_again() {
        answer.set(500);
        tickets.publish("dinkes", ticket, 1);
        awaitCount("status = 'DEAD'", 1);
        String id = receiver.received().getFirst().id();
        Api.unsubscribe("dinkes1", subscribed.id());

        Api.as("dinkes1")
                .post("/api/v1/deliveries/" + id + "/redelivery")
                .then()
                .statusCode(409);
        Api.as("dinkes1")
                .body(Map.of("ticketId", ticket))
                .post("/api/v1/deliveries/redeliveries")
                .then()
                .body("deliveries", is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|body",
                "{\"deliveryIds\":[]}|deliveryIds",
                "{\"deliveryIds\":[\"7\"]}|deliveryIds[0]",
                "{\"statuses\":[\"LOST\"]}|statuses[0]",
                "{\"statuses\":[\"CANCELLED\"]}|statuses",
                "{\"from\":\"yesterday\"}|from",
                "{\"to\":\"+12025-01-01T00:00:00Z\"}|to",
                "{\"ticketId\":\"a\\u0000b\"}|ticketId",
            })
    void a_bad_wish_names_its_field(String body, String field) {
        Api.as("dinkes1")
                .body(body)
                .post("/api/v1/deliveries/redeliveries")
                .then()
                .statusCode(400)
                .body("errors[0].field", is(field));
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
