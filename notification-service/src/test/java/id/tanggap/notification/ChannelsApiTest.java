package id.tanggap.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.ChannelServers;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Peers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which channels there are, and who may be named as their end. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class ChannelsApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "+6281300000017";

    private ChannelServers servers;

    @BeforeEach
    void open() throws Exception {
        servers = new ChannelServers();
    }

    @AfterEach
    void close() throws Exception {
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
        servers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"channels\":[]}|400|channels",
                "{\"channels\":[{\"kind\":\"PIGEON\",\"address\":\"x\"}]}|400|channels[0].kind",
                "{\"channels\":[{\"kind\":\"SMS\"}]}|400|channels[0].address",
                "{\"channels\":[{\"kind\":\"SMS\",\"address\":\"0812\"}]}|400|channels[0].address",
                "{\"channels\":[{\"kind\":\"EMAIL\",\"address\":\"A <a@b.id>\"}]}|400|channels[0].address",
                "{\"channels\":[{\"kind\":\"WEBHOOK\",\"address\":\"http://10.0.0.1/\"}]}|400|url",
                "{\"url\":\"http://127.0.0.1:9/\",\"channels\":[{\"kind\":\"SMS\",\"address\":\"+6281300000017\"}]}|400|url",
                "{\"channels\":[{\"kind\":\"WEB_PUSH\",\"address\":\"{}\"}]}|400|channels[0].address",
            })
    void a_bad_channel_names_its_field(String body, int status, String field) {
        Api.as("damkar1")
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(status)
                .body("errors[0].field", is(field));
    }

    @Test
    void the_same_person_is_not_subscribed_twice_and_the_test_goes_over_the_first_channel() {
        String id = Api.subscribe("damkar1", List.of(Api.sms(NUMBER)));
        Api.as("damkar1")
                .body(Map.of("channels", List.of(Api.sms(NUMBER))))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(409);

        Api.as("damkar1")
                .post("/api/v1/subscriptions/" + id + "/test")
                .then()
                .statusCode(200)
                .body("channel", is("SMS"))
                .body("arrived", is(true));
        assertTrue(new String(servers.centre.submitted.getFirst().getShortMessage(), StandardCharsets.ISO_8859_1)
                .contains("UJI COBA"));
    }

    @Test
    void what_is_offered_is_told_and_metas_address_takes_nothing_without_its_signature() {
        Api.as("damkar1")
                .get("/api/v1/channels")
                .then()
                .body("offered", is(List.of("WEBHOOK", "EMAIL", "SMS", "WHATSAPP", "WEB_PUSH", "VOICE")))
                .body("webPushKey", is(Peers.vapidKey()));
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", Peers.VERIFY_TOKEN)
                .queryParam("hub.challenge", "1158201444")
                .get("/api/v1/channels/whatsapp/webhook")
                .then()
                .statusCode(200)
                .body(is("1158201444"));
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "guessed")
                .queryParam("hub.challenge", "1158201444")
                .get("/api/v1/channels/whatsapp/webhook")
                .then()
                .statusCode(403)
                .body("type", containsString("forbidden"));
        for (String signature : List.of("", "sha256=00", "sha256=" + "0".repeat(64))) {
            given().contentType(ContentType.JSON)
                    .header("X-Hub-Signature-256", signature)
                    .body("{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[{\"id\":\"wamid.forged\","
                            + "\"status\":\"read\",\"timestamp\":\"1747710735\"}]}}]}]}")
                    .post("/api/v1/channels/whatsapp/webhook")
                    .then()
                    .statusCode(401);
        }
        assertEquals(List.of(), Database.column("select 1 from message_receipt where receipt_id = 'wamid.forged'"));
    }
}
