package id.tanggap.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.notification.channel.email.MailServer;
import id.tanggap.notification.channel.sms.SmsCentre;
import id.tanggap.notification.contract.Schemas;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.Peers;
import id.tanggap.notification.support.WebhookReceiver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subscription's channels in their order, against servers that speak their protocols. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class ChannelsFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "+6281300000017";
    private static final String MAILBOX = "posko@damkar.example.go.id";

    @Inject
    MeterRegistry metrics;

    private final String ticket = UUID.randomUUID().toString();
    private final AtomicInteger answer = new AtomicInteger(503);
    private AgencyPublisher tickets;
    private SmsCentre centre;
    private MailServer mail;
    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws Exception {
        tickets = new AgencyPublisher();
        centre = new SmsCentre(Peers.portOf("sms"));
        mail = new MailServer(Peers.portOf("email"));
        receiver = new WebhookReceiver(request -> new WebhookReceiver.Answer(answer.get(), ""));
        await().atMost(PATIENCE).until(() -> !centre.binds.isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
        tickets.close();
        centre.close();
        mail.close();
        receiver.close();
    }

    @Test
    void what_is_urgent_goes_over_the_next_channel_after_its_second_failure_under_the_same_id() throws Exception {
        String id = subscribe("damkar1", List.of(webhook(), Map.of("kind", "SMS", "address", NUMBER)));
        try (Logs logs = new Logs()) {
            tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
            await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 3")));

            assertEquals(2, receiver.received().size());
            String delivery = receiver.received().getFirst().id();
            List<JsonNode> told = told(delivery, 3);
            assertEquals(
                    List.of("WEBHOOK", "WEBHOOK", "SMS"),
                    told.stream().map(event -> event.path("channel").asText()).toList());
            assertEquals("SMS", told.get(1).path("nextChannel").asText());
            assertTrue(told.get(0).path("nextChannel").isMissingNode());
            receipts("DELIVRD");
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
        centre.gate = new CountDownLatch(1);
        for (String number : List.of(NUMBER, "+6281300000018", "+6281300000019")) {
            subscribe("damkar1", List.of(Map.of("kind", "SMS", "address", number)));
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
        centre.gate.countDown();
        await().atMost(PATIENCE).until(() -> Database.column(
                        "select count(*) from delivery where status = 'DELIVERED' and channel = 'SMS' and ticket_id in ('"
                                + String.join("','", fires) + "')")
                .getFirst()
                .equals("12"));
    }

    @Test
    void a_channel_that_wants_no_more_is_passed_over_and_its_owner_is_told_once_over_the_next() throws Exception {
        answer.set(410);
        String id =
                subscribe("damkar1", List.of(webhook(), Map.of("kind", "EMAIL", "address", MAILBOX, "language", "EN")));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED EMAIL 2")));
        String other = UUID.randomUUID().toString();
        tickets.publish("damkar", other, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> subjects().size() == 3);
        assertEquals(1, receiver.received().size());
        assertEquals(
                1,
                subjects().stream()
                        .filter(one -> one.contains("CHANNEL DISABLED"))
                        .count(),
                () -> "" + subjects());
        Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().body("state", is("DISABLED"));
    }

    @Test
    void whom_the_server_refuses_is_not_asked_again() throws Exception {
        mail.refuse(MAILBOX, "550 no such mailbox");
        subscribe(
                "damkar1",
                List.of(Map.of("kind", "EMAIL", "address", MAILBOX), Map.of("kind", "SMS", "address", NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 2")));
    }

    @Test
    void what_a_channel_took_on_and_did_not_bring_goes_over_the_next_at_once_and_once() throws Exception {
        String id = subscribe("damkar1", List.of(sms(), email()));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        receipts("UNDELIV");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED EMAIL 2")));
        // The centre tells it again: of a message that is behind by now.
        receipts("UNDELIV");
        Api.as("damkar1")
                .get("/api/v1/subscriptions/" + id + "/activity")
                .then()
                .statusCode(200);
        assertEquals(List.of("DELIVERED EMAIL 2"), deliveries());
        List<JsonNode> told = told(delivery(ticket), 3);
        assertEquals(
                List.of("DELIVERED SMS 1 - -", "RETRYING SMS 1 UNDELIVERED EMAIL", "DELIVERED EMAIL 2 - -"),
                told.stream()
                        .map(event -> Stream.of("status", "channel", "attempt", "reason", "nextChannel")
                                .map(field -> event.path(field).asText("-"))
                                .map(text -> text.isEmpty() ? "-" : text)
                                .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(1, mail.messages().size());
    }

    @Test
    void what_the_last_channel_did_not_bring_is_given_up_with_its_reason_and_can_be_sent_again() throws Exception {
        subscribe("damkar1", List.of(sms()));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        double dead = dead();
        receipts("REJECTD");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1")));
        Api.as("damkar1")
                .get("/api/v1/deliveries/" + delivery(ticket))
                .then()
                .body("reason", is("UNDELIVERED"))
                .body("receipt", is("FAILED"));
        await().atMost(PATIENCE).until(() -> dead() == dead + 1);
        Api.as("damkar1")
                .post("/api/v1/deliveries/" + delivery(ticket) + "/redelivery")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 2")));
        Api.as("damkar1").get("/api/v1/deliveries/" + delivery(ticket)).then().body("receipt", nullValue());
    }

    @Test
    void old_news_that_did_not_arrive_is_not_sent_behind_newer_of_its_ticket() throws Exception {
        subscribe("damkar1", List.of(sms(), email()));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        int parts = centre.submitted.size();
        tickets.publish("damkar", ticket, 2, UUID.randomUUID(), "ResourcesAssigned");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1", "DELIVERED SMS 1")));
        receipts("UNDELIV", parts);

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1", "DELIVERED SMS 1")));
        // The newest goes on, whatever became of the one before.
        receipts("UNDELIV", centre.submitted.size());
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1", "DELIVERED EMAIL 2")));
        assertEquals(1, mail.messages().size());
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
                "{\"channels\":[{\"kind\":\"WEB_PUSH\",\"address\":\"{}\"}]}|422|channels[0].kind",
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
        String id = subscribe("damkar1", List.of(Map.of("kind", "SMS", "address", NUMBER)));
        Api.as("damkar1")
                .body(Map.of("channels", List.of(Map.of("kind", "SMS", "address", NUMBER))))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(409);

        Api.as("damkar1")
                .post("/api/v1/subscriptions/" + id + "/test")
                .then()
                .statusCode(200)
                .body("channel", is("SMS"))
                .body("arrived", is(true));
        assertTrue(new String(centre.submitted.getFirst().getShortMessage(), StandardCharsets.ISO_8859_1)
                .contains("UJI COBA"));
    }

    @Test
    void what_is_offered_is_told_and_metas_address_takes_nothing_without_its_signature() {
        Api.as("damkar1")
                .get("/api/v1/channels")
                .then()
                .body("offered", is(List.of("WEBHOOK", "EMAIL", "SMS", "WHATSAPP", "VOICE")))
                .body("webPushKey", nullValue());
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

    private Map<String, String> webhook() {
        return Map.of("kind", "WEBHOOK", "address", receiver.url());
    }

    private static Map<String, String> sms() {
        return Map.of("kind", "SMS", "address", NUMBER);
    }

    private static Map<String, String> email() {
        return Map.of("kind", "EMAIL", "address", MAILBOX);
    }

    private static String subscribe(String user, List<Map<String, String>> channels) {
        return Api.as(user)
                .body(Map.of("channels", channels))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("subscriptionId");
    }

    private List<String> deliveries() {
        return Database.column("select status || ' ' || channel || ' ' || attempts from delivery where ticket_id = '"
                + ticket + "' order by position");
    }

    /** By which operations are called. */
    private double dead() {
        return metrics.get("tanggap.deliveries")
                .tags("result", "dead", "channel", "sms")
                .counter()
                .count();
    }

    private static String delivery(String ticket) {
        return Database.column("select delivery_id from delivery where ticket_id = '" + ticket + "'")
                .getFirst();
    }

    private static List<String> leased() {
        return Database.column("select count(*) from delivery where leased_until >= now() and channel = 'SMS'");
    }

    private List<String> subjects() {
        return mail.messages().stream()
                .map(message -> {
                    try {
                        return message.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** As the centre tells it of each part. */
    private void receipts(String state) throws Exception {
        receipts(state, centre.submitted.size());
    }

    private void receipts(String state, int parts) throws Exception {
        for (int part = 1; part <= parts; part++) {
            centre.receipt("id:m" + part + " sub:001 dlvrd:001 stat:" + state + " err:000", "m" + part, (byte) 0);
        }
    }

    private static List<JsonNode> told(String delivery, int count) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> found = new ArrayList<>();
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of("notification.delivery.v1"));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode data = json.readTree(record.value());
                    if (data.path("deliveryId").asText().equals(delivery)) {
                        assertEquals(List.of(), Schemas.faults("notification.delivery.v1", data));
                        found.add(data);
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }
}
