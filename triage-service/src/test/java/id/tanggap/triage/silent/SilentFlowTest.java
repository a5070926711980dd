package id.tanggap.triage.silent;

import static id.tanggap.triage.support.Published.header;
import static id.tanggap.triage.support.Published.json;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import id.tanggap.triage.support.Schemas;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SilentFlowTest {

    private static final String PATH = "/api/v1/silent-calls";
    private static final String AT = "2025-05-20T02:00:20Z";

    private final String call = Intake.newCall();
    private Intake intake;
    private Published steps;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        intake = new Intake();
        steps = new Published(SilentCalls.TOPIC);
    }

    @AfterEach
    void close() {
        intake.close();
        steps.close();
    }

    @Test
    void a_silent_call_is_prompted_rung_back_twice_and_comes_to_a_person_who_decides() {
        prompted();
        tell("prompt", Map.of("at", AT)).statusCode(204);
        awaitStep("LISTENING");
        timePasses();
        awaitStep("CALL_BACK_1");
        tell("call-backs", callBack(1, "NO_ANSWER")).statusCode(204);
        var second = awaitStep("CALL_BACK_2");
        assertTrue(json(second)
                        .get("notBefore")
                        .asText()
                        .compareTo(json(second).get("since").asText())
                > 0);
        timePasses();
        awaitStep("PERSON");
        list("PERSON").body("items.callId", hasItem(call));
        decide("NO_NEED").statusCode(204);
        awaitStep("CLOSED");
        decide("NO_NEED").statusCode(204);
        decide("HELPED").statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));

        List<ConsumerRecord<String, byte[]>> all = steps.all(call);
        all.forEach(
                record -> assertEquals(Set.of(), Schemas.faults(SilentCalls.TOPIC, new String(record.value(), UTF_8))));
        assertEquals(
                LongStream.rangeClosed(1, all.size()).mapToObj(Long::toString).toList(),
                all.stream().map(record -> header(record, "ce_sequence")).toList());
        get().body("now.step", equalTo("CLOSED"))
                .body("now.cause", equalTo("DECIDED"))
                .body(
                        "history.step",
                        equalTo(List.of(
                                "WATCHING", "PROMPT", "LISTENING", "CALL_BACK_1", "CALL_BACK_2", "PERSON", "CLOSED")))
                .body("told.prompt.by", equalTo("service-account-gateway"))
                .body("told.callBacks[0].result", equalTo("NO_ANSWER"))
                .body("told.decisions[0].by", equalTo("operator1"));
    }

    @Test
    void a_key_after_the_prompt_brings_a_person_at_once_and_no_word_of_a_prank_before_can_stop_it() {
        prompted();
        intake.sendCall(call, 2, Intake.call(call, "ref-" + call, "ANSWERED", "\"disposition\": \"PRANK\""));
        awaitStep("CLOSED");

        intake.sendCall(
                call, 3, Intake.call(call, "ref-" + call, "ANSWERED", "\"disposition\": \"PRANK\", \"dtmf\": \"5\""));

        var connect = awaitStep("PERSON_NOW");
        assertEquals("KEY", json(connect).get("cause").asText());
        assertEquals("CONNECT_NOW", json(connect).get("advice").asText());
        intake.sendReport(call, true);
        awaitStep("CLOSED");
        await().atMost(Published.PATIENCE).untilAsserted(() -> get().body("now.cause", equalTo("REPORTED")));
    }

    @Test
    void telling_the_same_again_changes_nothing_and_something_else_is_a_conflict() {
        prompted();
        tell("prompt", Map.of("at", AT)).statusCode(204);
        tell("prompt", Map.of("at", AT)).statusCode(204);
        tell("prompt", Map.of("at", "2025-05-20T02:00:21Z")).statusCode(409);
        tell("call-backs", callBack(1, "BUSY")).statusCode(204);
        tell("call-backs", callBack(1, "BUSY")).statusCode(204);
        tell("call-backs", callBack(1, "SPOKE")).statusCode(409);
        get().body("told.callBacks.size()", equalTo(1)).body("now.step", equalTo("LISTENING"));
        decide("HELPED").statusCode(409);
    }

    @Test
    void a_caller_who_answers_when_rung_back_is_connected() {
        prompted();
        tell("call-backs", callBack(1, "SIGNALLED")).statusCode(204);
        assertEquals(
                "ANSWER_TO_CALL_BACK",
                json(awaitStep("PERSON_NOW")).get("cause").asText());
    }

    @Test
    void what_is_wrong_is_named_and_what_is_unknown_is_not_made() {
        tell("prompt", Map.of("at", AT)).statusCode(404).body("type", equalTo("urn:tanggap:problem:not-found"));
        assertEquals(0, database.count("call_evidence where call_id = ?", call));
        tell("prompt", Map.of()).statusCode(400).body("errors.field", hasItem("at"));
        tell("prompt", Map.of("at", "2999-01-01T00:00:00Z")).statusCode(400).body("errors.field", hasItem("at"));
        tell("call-backs", callBack(3, "BUSY")).statusCode(400).body("errors.field", hasItem("attempt"));
        tell("call-backs", callBack(1, "HUNG_UP")).statusCode(400).body("errors.field", hasItem("result"));
        gateway().get(PATH + "?status=SOME").then().statusCode(400).body("errors.field", hasItem("status"));
        gateway().get(PATH + "?cursor=x").then().statusCode(400).body("errors.field", hasItem("cursor"));
    }

    @Test
    void who_may_do_what() {
        for (String other : List.of(Tokens.user("ops1"), Tokens.user("damkar1"), Tokens.client("agency-damkar"))) {
            RequestSpecification who = given().auth().oauth2(other);
            who.get(PATH).then().statusCode(403).contentType("application/problem+json");
            given().auth().oauth2(other).get(PATH + "/x").then().statusCode(403);
            given().auth().oauth2(other).get(PATH + "/stream").then().statusCode(403);
            post(other, "prompt", Map.of("at", AT)).statusCode(403);
        }
        post(Tokens.client("gateway"), "decision", Map.of("decision", "HELPED")).statusCode(403);
        post(Tokens.user("supervisor1"), "prompt", Map.of("at", AT)).statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    private void prompted() {
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
        intake.sendSound(call, Sounds.silence(6), 0);
        awaitStep("PROMPT");
    }

    /** The step's time is over; the sweep will notice. */
    private void timePasses() {
        assertEquals(
                1,
                database.execute(
                        "update silent_call set due_at = now() - interval '1 s' where call_id = ? and due_at is not null",
                        call));
    }

    private ConsumerRecord<String, byte[]> awaitStep(String step) {
        return steps.await(call, record -> json(record).get("step").asText().equals(step));
    }

    private static Map<String, Object> callBack(int attempt, String result) {
        return Map.of("attempt", attempt, "at", AT, "result", result);
    }

    private ValidatableResponse tell(String what, Map<String, ?> body) {
        return post(Tokens.client("gateway"), what, body);
    }

    private ValidatableResponse decide(String decision) {
        return post(Tokens.user("operator1"), "decision", Map.of("decision", decision));
    }

    private ValidatableResponse post(String token, String what, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PATH + "/" + call + "/" + what)
                .then();
    }

    private ValidatableResponse get() {
        return gateway().get(PATH + "/" + call).then().statusCode(200);
    }

    private ValidatableResponse list(String step) {
        return gateway().get(PATH + "?limit=200&step=" + step).then().statusCode(200);
    }

    private static RequestSpecification gateway() {
        return given().auth().oauth2(Tokens.client("gateway"));
    }
}
