package id.tanggap.notification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnWebhooks;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.notification.support.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which secrets an agency knows that a webhook is ours. */
@QuarkusTest
class WebhookSecretsTest extends OnWebhooks {

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
            Received both = receiver.awaitRequests(1).getFirst();
            assertTrue(verifies(both, subscribed.secret()));
            assertTrue(verifies(both, young));

            Api.as("damkar1").delete(path + "/old").then().statusCode(204);
            tickets.publish("damkar", ticket, 2);
            Received one = receiver.awaitRequests(2).getLast();
            assertFalse(verifies(one, subscribed.secret()));
            assertTrue(verifies(one, young));

            rotate(path);
            Database.update("update retired_secret set ends_at = now() - interval '1 second' where subscription_id = '"
                    + subscribed.id() + "'");
            String youngest = rotate(path);
            tickets.publish("damkar", ticket, 3);
            Received last = receiver.awaitRequests(3).getLast();
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
}
