package id.tanggap.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.notification.contract.Schemas;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Duty;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.OnChannels;
import id.tanggap.notification.support.Peers;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Nobody accepts a fire: its agency's people are woken, one way after the other, until somebody does. */
@QuarkusTest
class LadderFlowTest extends OnChannels {

    private static final String DEWI = "+6281300000007";
    private static final String BUDI = "+6281300000008";
    private static final String PUSAT = "+6281300000009";

    @Test
    void whatsapp_then_sms_and_silence_once_somebody_accepts() throws Exception {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI, "SMS", DEWI, "VOICE", DEWI));
        Duty.officer("damkar1", "Budi", Map.of("SMS", BUDI));
        try (Logs logs = new Logs()) {
            tickets.publish("damkar", ticket, 1, assignment, "Active");
            UUID ladder = tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");

            await().atMost(PATIENCE).until(() -> servers.meta.messages.size() == 1);
            assertEquals(DEWI, servers.meta.messages.getFirst().path("to").asText());
            assertFalse(servers.meta.messages.getFirst().toString().contains("+6281200000001"), "the caller's number");
            assertEquals(0, servers.centre.submitted.size());
            // Twice the time is missed, too: still the same ladder.
            tickets.missed("damkar", ticket, assignment, "ACCEPT_REMINDED", "FIRE");
            receipt("read");
            await().atMost(PATIENCE).until(() -> told("WHATSAPP").equals(List.of("DELIVERED READ")));

            timesComes(ladder);
            await().atMost(PATIENCE).until(() -> servers.centre.submitted.size() >= 2);
            await().atMost(PATIENCE).until(() -> told("SMS").equals(List.of("DELIVERED -", "DELIVERED -")));
            assertTrue(text(BUDI).contains("+6281200000001"), "short messages may carry it here");

            tickets.publish("damkar", ticket, 2, assignment, "ResourcesAssigned");
            await().atMost(PATIENCE).until(() -> stoppedBy(ladder).equals(List.of("ACCEPTED")));
            timesComes(ladder);
            await().during(Duration.ofMillis(500))
                    .until(() -> servers.voice.received().isEmpty());

            assertEquals(1, servers.meta.messages.size());
            assertEquals(
                    List.of("1"), Database.column("select count(*) from ladder where ticket_id = '" + ticket + "'"));
            Api.as("damkar1")
                    .get("/api/v1/tickets/" + ticket + "/timeline")
                    .then()
                    .statusCode(200)
                    .body("told[0].to", is("Dewi"))
                    .body("told.to", containsInAnyOrder("Dewi", "Dewi", "Budi"))
                    .body("told.channel", is(List.of("WHATSAPP", "SMS", "SMS")))
                    .body("told[0].receipt", is("READ"))
                    .body("ladders", hasSize(1))
                    .body("ladders[0].stoppedBy", is("ACCEPTED"))
                    .body("ladders[0].rungs.rung", is(List.of("WHATSAPP", "SMS")))
                    .body("ladders[0].rungs.messages", is(List.of(1, 2)));
            String shown = Api.as("supervisor1")
                    .get("/api/v1/tickets/" + ticket + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(shown.contains("81300000"), "an address");
            Api.as("officer1")
                    .get("/api/v1/tickets/" + ticket + "/timeline")
                    .then()
                    .statusCode(200)
                    .body("told", hasSize(3));
            Api.as("pdam1")
                    .get("/api/v1/tickets/" + ticket + "/timeline")
                    .then()
                    .statusCode(404);
            String log = logs.lines().toString();
            assertFalse(log.contains("81300000") || log.contains("Dewi"), "a person in the log");
        }
    }

    @Test
    void what_nobody_can_carry_is_skipped_at_once_and_the_command_centre_is_alarmed_in_the_end() throws Exception {
        Duty.officer("pusat1", "Kepala jaga", Map.of("SMS", PUSAT, "VOICE", PUSAT));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        UUID ladder = tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");

        await().atMost(PATIENCE)
                .until(() -> servers.centre.submitted.size() >= 1
                        && servers.voice.received().size() == 1);
        new Webhook(Peers.VOICE_SECRET)
                .verify(servers.voice.received().getFirst().body(), headers());
        assertEquals(alarm(ladder).path("agency").asText(), "damkar");
        Api.as("damkar1")
                .get("/api/v1/tickets/" + ticket + "/timeline")
                .then()
                .body("ladders[0].rungs.state", is(List.of("SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED", "TOLD")))
                .body("ladders[0].rungs[0].reason", is("NOBODY_ON_DUTY"))
                .body("ladders[0].stoppedBy", nullValue())
                .body("told.to.unique()", is(List.of("command centre")));
        Api.as("operator1")
                .get("/api/v1/tickets/" + ticket + "/timeline")
                .then()
                .body("told.to.unique()", is(List.of("Kepala jaga")));
    }

    @Test
    void rung_after_rung_is_climbed_once_when_its_time_comes_up_to_the_command_centre() throws Exception {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI, "VOICE", DEWI));
        Duty.officer("damkar1", "Budi", Map.of("SMS", BUDI, "VOICE", BUDI));
        Duty.officer("pusat1", "Kepala jaga", Map.of("SMS", PUSAT));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        UUID ladder = tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");

        for (List<String> told : List.of(
                List.of("WHATSAPP 1"),
                List.of("WHATSAPP 1", "SMS 1"),
                List.of("WHATSAPP 1", "SMS 1", "VOICE 2"),
                // The first on duty, over everything.
                List.of("WHATSAPP 1", "SMS 1", "VOICE 2", "DUTY_OFFICER 2"),
                List.of("WHATSAPP 1", "SMS 1", "VOICE 2", "DUTY_OFFICER 2", "COMMAND_CENTRE 1"))) {
            await().atMost(PATIENCE).until(() -> rungs(ladder), told::equals);
            timesComes(ladder);
        }

        await().atMost(PATIENCE)
                .until(() -> servers.meta.messages.size() == 2
                        && servers.voice.received().size() == 3
                        && !text(BUDI).isEmpty()
                        && !text(PUSAT).isEmpty());
        assertEquals("damkar", alarm(ladder).path("agency").asText());
        Api.as("damkar1")
                .get("/api/v1/tickets/" + ticket + "/timeline")
                .then()
                .body("ladders[0].rungs.state.unique()", is(List.of("TOLD")))
                .body("told", hasSize(7));
    }

    @Test
    void a_message_that_nobody_can_get_brings_the_next_rung_at_once() {
        servers.meta.status = 400;
        servers.meta.body = "{\"error\":{\"code\":131026,\"message\":\"Message undeliverable\"}}";
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI, "SMS", DEWI));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");

        await().atMost(PATIENCE).until(() -> servers.centre.submitted.size() >= 1);
        assertEquals(List.of("DEAD -"), told("WHATSAPP"));
    }

    @Test
    void a_message_that_was_taken_on_and_did_not_arrive_brings_the_next_rung_at_once() throws Exception {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI, "SMS", DEWI));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");
        await().atMost(PATIENCE).until(() -> told("WHATSAPP").equals(List.of("DELIVERED -")));
        receipt("failed");

        await().atMost(PATIENCE).until(() -> servers.centre.submitted.size() >= 1);
        assertEquals(List.of("DEAD FAILED"), told("WHATSAPP"));
    }

    private static void timesComes(UUID ladder) {
        Database.update("update ladder set next_at = now() where next_at is not null and ladder_id = '" + ladder + "'");
    }

    private static List<String> rungs(UUID ladder) {
        return Database.column(
                "select rung || ' ' || told from ladder_rung where ladder_id = '" + ladder + "' order by done_at");
    }

    private static List<String> stoppedBy(UUID ladder) {
        return Database.column("select stopped_by from ladder where ladder_id = '" + ladder + "'");
    }

    private List<String> told(String rung) {
        return Database.column("select status || ' ' || coalesce(receipt, '-') from delivery where rung = '" + rung
                + "' and ticket_id = '" + ticket + "'");
    }

    /** What a telephone shows: its segments without their headers. */
    private String text(String to) {
        return servers.centre.submitted.stream()
                .filter(message -> message.getDestAddress().equals(to.substring(1)))
                .map(message -> {
                    byte[] octets = message.getShortMessage();
                    int header = message.isUdhi() ? octets[0] + 1 : 0;
                    return new String(octets, header, octets.length - header, StandardCharsets.ISO_8859_1);
                })
                .collect(Collectors.joining());
    }

    /** As Meta tells it, of the last message. */
    private void receipt(String status) throws Exception {
        String body =
                """
                {"entry":[{"changes":[{"value":{"statuses":[
                  {"id":"wamid.HBgN%d","status":"%s","timestamp":"1747710735"}]}}]}]}"""
                        .formatted(servers.meta.messages.size(), status);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Peers.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        given().contentType(ContentType.JSON)
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .body(body)
                .post("/api/v1/channels/whatsapp/webhook")
                .then()
                .statusCode(200);
    }

    private Map<String, List<String>> headers() {
        WebhookReceiver.Received call = servers.voice.received().getFirst();
        return Map.of(
                "webhook-id", List.of(call.id()),
                "webhook-timestamp", List.of(call.timestamp()),
                "webhook-signature", List.of(call.signature()));
    }

    private static JsonNode alarm(UUID ladder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> found = new ArrayList<>();
        // With the rights of the command centre's own app.
        try (var consumer = KafkaPeers.consumer("agency-pusat")) {
            consumer.subscribe(List.of("notification.alarm.pusat.v1"));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode data = json.readTree(record.value());
                    if (data.path("alarmId").asText().equals(ladder.toString())) {
                        assertEquals(List.of(), Schemas.faults("notification.alarm.v1", data));
                        found.add(data);
                    }
                }
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }
}
