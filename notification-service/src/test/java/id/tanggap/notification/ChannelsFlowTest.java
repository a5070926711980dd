package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.DeliveriesTold;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.OnChannels;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription's channels in their order, against servers that speak their protocols. */
@QuarkusTest
class ChannelsFlowTest extends OnChannels {

    private static final String NUMBER = "+6281300000017";
    private static final String MAILBOX = "posko@damkar.example.go.id";

    private final AtomicInteger answer = new AtomicInteger(503);
    private WebhookReceiver receiver;

    @BeforeEach
    void listen() throws Exception {
        receiver = new WebhookReceiver(request -> new WebhookReceiver.Answer(answer.get(), ""));
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    @Test
    void what_is_urgent_goes_over_the_next_channel_after_its_second_failure_under_the_same_id() throws Exception {
        String id = Api.subscribe("damkar1", List.of(Api.webhook(receiver.url()), Api.sms(NUMBER)));
        try (Logs logs = new Logs()) {
            tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
            await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 3")));

            assertEquals(2, receiver.received().size());
            String delivery = receiver.received().getFirst().id();
            List<JsonNode> told = DeliveriesTold.of(delivery, 3);
            assertEquals(
                    List.of("WEBHOOK", "WEBHOOK", "SMS"),
                    told.stream().map(event -> event.path("channel").asText()).toList());
            assertEquals("SMS", told.get(1).path("nextChannel").asText());
            assertTrue(told.get(0).path("nextChannel").isMissingNode());
            servers.receipts("DELIVRD");
            Api.as("damkar1")
                    .get("/api/v1/deliveries/" + delivery)
                    .then()
                    .body("channel", is("SMS"))
                    .body("subscriptionId", is(id));
            await().atMost(PATIENCE).until(() -> "DELIVERED"
                    .equals(Api.as("damkar1")
                            .get("/api/v1/deliveries/" + delivery)
                            .path("receipt")));
            assertFalse(logs.lines().toString().contains(NUMBER.substring(1)), "an address in the log");
        }
        assertFalse(Database.column("select sealed_channels from subscription where subscription_id = '" + id + "'")
                .toString()
                .contains(NUMBER.substring(1)));
        Api.as("damkar1")
                .get("/api/v1/subscriptions/" + id)
                .then()
                .body("channels.kind", is(List.of("WEBHOOK", "SMS")))
                .body("channels[1].address", is(NUMBER))
                .body("url", is(receiver.url()));
        assertFalse(Api.as("ops1")
                .get("/api/v1/subscriptions/" + id + "/activity")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(NUMBER.substring(1)));
    }

    @Test
    void a_channel_that_hangs_holds_its_own_places_and_webhooks_go_on() throws Exception {
        servers.centre.gate = new CountDownLatch(1);
        for (String number : List.of(NUMBER, "+6281300000018", "+6281300000019")) {
            Api.subscribe("damkar1", List.of(Api.sms(number)));
        }
        answer.set(200);
        Api.subscribe("pdam1", receiver.url());
        List<String> fires =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(4).toList();
        fires.forEach(fire -> tickets.publish("damkar", fire, 1, UUID.randomUUID(), "Active"));
        await().atMost(PATIENCE).until(() -> !leased().equals(List.of("0")));

        for (int leak = 1; leak <= 5; leak++) {
            tickets.publish("pdam", UUID.randomUUID().toString(), 1);
            int arrived = leak;
            await().atMost(PATIENCE).until(() -> receiver.received().size() == arrived);
        }

        assertTrue(Integer.parseInt(leased().getFirst()) <= 4, "places of short messages");
        servers.centre.gate.countDown();
        await().atMost(PATIENCE).until(() -> Database.column(
                        "select count(*) from delivery where status = 'DELIVERED' and channel = 'SMS' and ticket_id in ('"
                                + String.join("','", fires) + "')")
                .getFirst()
                .equals("12"));
    }

    @Test
    void whom_the_server_refuses_is_not_asked_again() throws Exception {
        servers.mail.refuse(MAILBOX, "550 no such mailbox");
        Api.subscribe("damkar1", List.of(Api.email(MAILBOX), Api.sms(NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 2")));
    }

    @Test
    void news_that_a_link_dropped_with_goes_again_with_the_same_reference_once_it_is_back() throws Exception {
        servers.centre.gate = new CountDownLatch(1);
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> servers.centre.mostPending.get() > 0);
        int binds = servers.centre.binds.size();
        servers.centre.hangUp();
        servers.centre.gate.countDown();

        await().atMost(PATIENCE)
                .until(() -> deliveries().size() == 1 && deliveries().getFirst().startsWith("DELIVERED SMS"));
        assertTrue(servers.centre.binds.size() > binds, "bound again");
        List<String> sent = servers.centre.submitted.stream()
                .map(part -> HexFormat.of().formatHex(part.getShortMessage()))
                .toList();
        assertTrue(sent.size() > Set.copyOf(sent).size(), "a telephone knows the repeat");
    }

    private List<String> deliveries() {
        return Database.column("select status || ' ' || channel || ' ' || attempts from delivery where ticket_id = '"
                + ticket + "' order by position");
    }

    private static List<String> leased() {
        return Database.column("select count(*) from delivery where leased_until >= now() and channel = 'SMS'");
    }
}
