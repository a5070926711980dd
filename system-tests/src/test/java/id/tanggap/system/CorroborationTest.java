package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Names;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What one caller says changes how another one is answered, from one end of the system to the other. */
@Order(3)
class CorroborationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUPERVISOR = "supervisor1";
    private static final String OPERATOR = "operator1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static PatientClient client;
    private static Endpoints endpoints;

    private final String run = UUID.randomUUID().toString();
    private final String first = number();
    private final String second = number();

    @BeforeAll
    static void start() throws Exception {
        WholeSystem system = WholeSystem.up();
        client = new PatientClient(new RealmBearers(system.config()), PATIENCE);
        endpoints = Endpoints.of(system.config());
    }

    @Test
    void anIndependentSecondCallersReportEndsTheFirstCallersRestriction() throws Exception {
        String call = announce(first, "a");
        awaitUntil(() -> client.send(Request.get(endpoints.assessments(call), OPERATOR))
                .body()
                .has("callId"));
        String restriction = restrict(call);
        awaitUntil(() -> priority(first).equals("LOWER"));

        report(announce(second, "b"));

        awaitUntil(() -> priority(first).equals("NORMAL"));
        JsonNode ended = client.send(Request.get(restrictions("/" + restriction), SUPERVISOR))
                .body()
                .path("restriction");
        assertEquals("CORROBORATED", ended.path("endCause").asText(), ended::toString);
    }

    private String announce(String number, String which) throws NotAccepted, InterruptedException {
        String call = run + "-" + which;
        ObjectNode announced = JSON.objectNode()
                .put("callId", call)
                .put("from", number)
                .put("to", "112")
                .put("startedAt", Instant.now().toString());
        announced.putObject("location").put("lat", -6.4912).put("lon", 110.9034).put("radiusM", 300);
        client.send(Request.post(endpoints.calls(), Names.GATEWAY, announced));
        return call;
    }

    private static void report(String call) throws NotAccepted, InterruptedException {
        client.send(Request.post(
                endpoints.call(call, "report"),
                OPERATOR,
                JSON.objectNode()
                        .put("category", "FIRE")
                        .put("text", "Rumah terbakar, api besar.")
                        .put("lifeThreat", true)));
    }

    private static String restrict(String call) throws NotAccepted, InterruptedException {
        JsonNode created = client.send(Request.post(
                        restrictions(""),
                        SUPERVISOR,
                        JSON.objectNode().put("callId", call).put("hours", 12).put("reason", "Diam lagi")))
                .body();
        assertEquals("ACTIVE", created.path("state").asText(), created::toString);
        return created.path("restrictionId").asText();
    }

    /** In which turn the gateway is to answer this caller. */
    private static String priority(String number) throws NotAccepted, InterruptedException {
        return client.send(Request.post(
                        URI.create(endpoints.intake() + "/answering-priority"),
                        Names.GATEWAY,
                        JSON.objectNode().put("from", number)))
                .body()
                .path("priority")
                .asText();
    }

    private static URI restrictions(String one) {
        return URI.create(endpoints.triage() + "/restrictions" + one);
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(NotAccepted.class).until(condition);
    }

    private static String number() {
        return "+628" + (100_000_000 + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 900_000_000L));
    }
}
