package id.tanggap.triage.priority;

import static id.tanggap.triage.support.Published.json;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import id.tanggap.triage.support.Schemas;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class RestrictionFlowTest {

    private static final String PATH = "/api/v1/restrictions";
    private static final String SUPERVISOR = "supervisor1";

    private final String caller = "ref-" + UUID.randomUUID();
    private Intake intake;
    private Published priorities;
    private Published assessments;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        intake = new Intake();
        priorities = new Published(Restrictions.TOPIC);
        assessments = new Published("triage.assessment.v1");
    }

    @AfterEach
    void close() {
        intake.close();
        priorities.close();
        assessments.close();
    }

    @Test
    void hoaxes_make_a_proposal_a_person_confirms_it_and_a_report_ends_it_at_once() {
        for (int i = 0; i < 3; i++) {
            call("PRANK");
        }
        var proposed = awaitState("PROPOSED");
        assertEquals("NORMAL", json(proposed).get("priority").asText(), "a proposal has no effect");
        String id = json(proposed).get("restrictionId").asText();

        post(SUPERVISOR, id + "/confirm", "").statusCode(200).body("state", equalTo("ACTIVE"));
        var active = awaitState("ACTIVE");
        assertEquals("LOWER", json(active).get("priority").asText());
        post(SUPERVISOR, id + "/confirm", "").statusCode(200).body("state", equalTo("ACTIVE"));

        String fire = Intake.newCall();
        intake.sendCall(fire, 1, Intake.call(fire, caller, "ANSWERED", ""));
        intake.sendReport(fire, true);

        var ended = awaitState("ENDED");
        assertEquals("NORMAL", json(ended).get("priority").asText());
        assertEquals("GENUINE_CALL", json(ended).get("endCause").asText());
        priorities
                .all(caller)
                .forEach(record ->
                        assertEquals(Set.of(), Schemas.faults(Restrictions.TOPIC, new String(record.value(), UTF_8))));
        get(id).body("history.what", equalTo(List.of("PROPOSED", "ACTIVE", "ENDED")))
                .body("history.who", equalTo(List.of("triage", SUPERVISOR, "triage")));
    }

    @Test
    void more_than_a_day_needs_a_second_person() {
        String call = call("TEST");
        String id = create(Map.of("callId", call, "hours", 72, "reason", "Sirene mainan"))
                .statusCode(201)
                .body("state", equalTo("AWAITING_SECOND"))
                .extract()
                .path("restrictionId");
        assertEquals(
                "NORMAL", json(awaitState("AWAITING_SECOND")).get("priority").asText());
        post(SUPERVISOR, id + "/confirm", "").statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));

        // The realm has one supervisor: let another one have asked.
        database.execute("update restriction set first_by = 'supervisor2' where id = ?", UUID.fromString(id));
        post(SUPERVISOR, id + "/confirm", "").statusCode(200).body("second", equalTo(SUPERVISOR));
        assertEquals("LOWER", json(awaitState("ACTIVE")).get("priority").asText());
    }

    @Test
    void the_same_wish_again_is_the_same_restriction_and_going_on_is_a_new_one() {
        String call = call("TEST");
        var wish = Map.of("callId", call, "hours", 12, "reason", "Iseng");
        String id = create(wish)
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .extract()
                .path("restrictionId");
        create(wish).statusCode(200).body("restrictionId", equalTo(id));

        String next = create(Map.of("callerRef", caller, "hours", 24, "reason", "Masih iseng"))
                .statusCode(201)
                .body("state", equalTo("AWAITING_SECOND"))
                .extract()
                .path("restrictionId");
        assertEquals(
                "LOWER", json(awaitState("AWAITING_SECOND")).get("priority").asText(), "the first is in force");
        create(Map.of("callerRef", caller, "hours", 1, "reason", "Lagi")).statusCode(409);
        post(SUPERVISOR, next + "/reject", "{\"note\": \"cukup\"}")
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        post(SUPERVISOR, next + "/reject", "{}").statusCode(200);
        post(SUPERVISOR, id + "/end", "{}").statusCode(200).body("endCause", equalTo("PERSON"));
        post(SUPERVISOR, id + "/reject", "{}").statusCode(409);
    }

    @Test
    void it_expires_by_itself() {
        String call = call("TEST");
        String id = create(Map.of("callId", call, "hours", 1, "reason", "Iseng"))
                .extract()
                .path("restrictionId");
        database.execute("update restriction set until = now() where id = ?", UUID.fromString(id));
        assertEquals("NORMAL", json(awaitState("EXPIRED")).get("priority").asText());
    }

    @Test
    void a_caller_without_a_number_is_never_met() {
        String call = Intake.newCall();
        intake.sendCall(
                call,
                1,
                """
                {"callId": "%s", "change": "DISPOSITION", "status": "ENDED", "callerKind": "WITHHELD", "to": "112",
                 "startedAt": "2025-05-20T02:00:00Z", "disposition": "PRANK"}
                """
                        .formatted(call));
        assessments.await(call, record -> true);
        create(Map.of("callId", call, "hours", 1, "reason", "Iseng")).statusCode(409);
    }

    @Test
    void the_past_tells_who_would_have_been_missed() {
        for (int i = 0; i < 4; i++) {
            call("PRANK");
        }
        String genuine = Intake.newCall();
        intake.sendCall(
                genuine,
                1,
                Intake.call(genuine, caller, "ENDED", "\"disposition\": \"NORMAL\"")
                        .replace("2025-05-20T02:00:00Z", "2025-05-20T09:00:00Z"));
        assessments.await(genuine, record -> true);

        given().auth()
                .oauth2(Tokens.user(SUPERVISOR))
                .get(PATH + "/what-if?from=2025-05-20T00:00:00Z&to=2025-05-21T00:00:00Z&hoaxes=3&hours=24")
                .then()
                .statusCode(200)
                .body("missed.callId", hasItem(genuine))
                .body("restrictions", greaterThanOrEqualTo(1));
        for (String wrong : List.of("hoaxes=0", "hours=169", "from=noon", "to=2025-05-19T00:00:00Z")) {
            String query = "from=2025-05-20T00:00:00Z&to=2025-05-21T00:00:00Z&hoaxes=3&hours=24"
                    .replaceAll(wrong.split("=")[0] + "=[^&]*", wrong);
            given().auth()
                    .oauth2(Tokens.user(SUPERVISOR))
                    .get(PATH + "/what-if?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem(wrong.split("=")[0]));
        }
    }

    @Test
    void who_may_do_what() {
        for (String other : List.of(Tokens.client("gateway"), Tokens.user("ops1"), Tokens.user("damkar1"))) {
            given().auth().oauth2(other).get(PATH).then().statusCode(403);
        }
        String id = UUID.randomUUID().toString();
        given().auth().oauth2(Tokens.user("operator1")).get(PATH).then().statusCode(200);
        for (String write : List.of("/confirm", "/reject", "/end")) {
            post("operator1", id + write, "{}").statusCode(403);
            post(SUPERVISOR, id + write, "{}").statusCode(404);
        }
        given().get(PATH).then().statusCode(401);
        create(Map.of("hours", 1, "reason", "x")).statusCode(400).body("errors.field", hasItem("callId"));
        create(Map.of("callerRef", caller, "hours", 169, "reason", "x"))
                .statusCode(400)
                .body("errors.field", hasItem("hours"));
    }

    /** A call that has ended, with what an operator said of it. */
    private String call(String disposition) {
        String call = Intake.newCall();
        intake.sendCall(
                call,
                1,
                Intake.call(
                        call,
                        caller,
                        "ENDED",
                        "\"endedAt\": \"2025-05-20T02:00:20Z\", \"dispositionAt\": \"2025-05-20T02:01:00Z\","
                                + " \"disposition\": \"" + disposition + "\""));
        assessments.await(call, record -> true);
        assertTrue(database.count("call_evidence where call_id = ?", call) == 1);
        return call;
    }

    private ConsumerRecord<String, byte[]> awaitState(String state) {
        return priorities.await(
                caller, record -> json(record).get("state").asText().equals(state));
    }

    private static ValidatableResponse create(Map<String, ?> wish) {
        return given().auth()
                .oauth2(Tokens.user(SUPERVISOR))
                .contentType("application/json")
                .body(wish)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse post(String user, String path, String body) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType("application/json")
                .body(body)
                .post(PATH + "/" + path)
                .then();
    }

    private static ValidatableResponse get(String id) {
        return given().auth()
                .oauth2(Tokens.user(SUPERVISOR))
                .get(PATH + "/" + id)
                .then()
                .statusCode(200);
    }
}
