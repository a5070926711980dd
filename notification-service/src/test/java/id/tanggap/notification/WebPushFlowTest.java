package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.channel.webpush.Browser;
import id.tanggap.notification.channel.webpush.PushService;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Peers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field officer's browser, from its subscription to what it reads, and to its end. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class WebPushFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String ticket = UUID.randomUUID().toString();
    private AgencyPublisher tickets;
    private PushService service;
    private Browser browser;
    private String subscription;

    @BeforeEach
    void open() throws Exception {
        tickets = new AgencyPublisher();
        service = new PushService(Base64.getUrlDecoder().decode(Peers.vapidKey()));
        browser = Browser.subscribe();
        subscription = Api.subscribe(
                "damkar1",
                List.of(Map.of("kind", "WEB_PUSH", "address", browser.subscription(service.origin() + "/push/abc"))));
    }

    @AfterEach
    void close() {
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
        tickets.close();
        service.close();
    }

    @Test
    void a_fire_reaches_the_browser_sealed_for_it_alone_and_shows_no_number() throws Exception {
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED WEB_PUSH 1")));
        PushService.Pushed pushed = service.pushed.getFirst();
        JsonNode read = new ObjectMapper().readTree(browser.read(pushed.body()));
        assertTrue(read.path("title").asText().contains("P10"), read::toString);
        assertTrue(read.path("url").asText().startsWith("https://112.example/t/"), read::toString);
        assertFalse(read.toString().contains("81200000001"), "the caller's number on a locked screen");
        assertEquals("high", pushed.urgency());
        assertEquals(
                Database.column("select delivery_id from delivery where ticket_id = '" + ticket + "'"),
                List.of(read.path("deliveryId").asText()));
        assertFalse(Database.column(
                        "select sealed_channels from subscription where subscription_id = '" + subscription + "'")
                .getFirst()
                .contains("push"));
    }

    @Test
    void a_browser_that_has_unsubscribed_is_sent_nothing_more() {
        service.status = 410;
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> Api.as("damkar1")
                .get("/api/v1/subscriptions/" + subscription)
                .path("state")
                .equals("DISABLED"));
        Api.as("damkar1")
                .get("/api/v1/subscriptions/" + subscription + "/activity")
                .then()
                .body("reason", is("GONE"));
    }

    private List<String> deliveries() {
        return Database.column(
                "select status || ' ' || channel || ' ' || attempts from delivery where ticket_id = '" + ticket + "'");
    }
}
