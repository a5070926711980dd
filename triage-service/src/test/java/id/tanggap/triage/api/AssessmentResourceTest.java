package id.tanggap.triage.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import id.tanggap.local.test.Backlog;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Scrape;
import id.tanggap.local.test.Tokens;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class AssessmentResourceTest {

    private static final String PATH = "/api/v1/assessments/{callId}";
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    String address;

    @ParameterizedTest
    @ValueSource(strings = {"operator1", "supervisor1", "ops1"})
    void those_who_work_on_calls_see_the_newest_assessment_and_its_history(String user) {
        String call = assessedTwice();
        given().auth()
                .oauth2(Tokens.user(user))
                .when()
                .get(PATH, call)
                .then()
                .statusCode(200)
                .body("callId", equalTo(call))
                // On a slow machine time tells of the silence, too: before the report, after it or both.
                .body("newest.version", greaterThanOrEqualTo(2))
                .body("newest.band", equalTo("LIKELY_GENUINE"))
                .body("history.findAll { it.trigger == 'REPORT' }.size()", equalTo(1))
                .body("history.find { it.trigger == 'REPORT' }.band", equalTo("LIKELY_GENUINE"))
                .body("newest.modelVersion", equalTo(ModelFile.bundled().model().version()))
                .body("newest.reasons.code", hasItem("LIFE_THREAT_REPORT"))
                .body("history.version", hasItems(2, 1))
                .body("history.find { it.version == 1 }.band", equalTo("UNSURE"))
                .body("history.find { it.version == 1 }.reasons.size()", greaterThanOrEqualTo(1));
    }

    @Test
    void agencies_and_gateways_are_refused() {
        for (String token :
                new String[] {Tokens.user("damkar1"), Tokens.client("gateway"), Tokens.client("agency-damkar")}) {
            given().auth()
                    .oauth2(token)
                    .get(PATH, "any")
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM)
                    .body("type", equalTo("urn:tanggap:problem:forbidden"));
        }
    }

    @Test
    void nobody_is_refused_more_politely_than_a_forged_token() {
        given().get(PATH, "any").then().statusCode(401).body("type", equalTo("urn:tanggap:problem:unauthorized"));
        given().auth()
                .oauth2(Tokens.user("operator1") + "x")
                .get(PATH, "any")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:tanggap:problem:unauthorized"));
    }

    @Test
    void an_unknown_call_is_not_found() {
        operator()
                .get(PATH, Intake.newCall())
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:tanggap:problem:not-found"));
    }

    @Test
    void an_absurd_id_is_named() {
        operator()
                .get(PATH, "x".repeat(201))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors.field", hasItem("callId"));
    }

    @Test
    void metrics_are_for_operations_and_count_assessments_by_band() {
        String counted = "tanggap_triage_assessments_total";
        String timed = "tanggap_triage_assessment_delay_seconds_count";
        Backlog.awaitNone("triage-service");
        Scrape before = Scrape.of(address.replaceAll("/$", ""));
        assessedTwice();
        operator().get("/q/metrics").then().statusCode(403);
        // They are counted after the commit, and so perhaps after the event has come.
        await().atMost(Published.PATIENCE).until(() -> {
            Scrape after = Scrape.of(address.replaceAll("/$", ""));
            String[] labels = {"band", "likely_genuine", "trigger", "report"};
            return after.sum(counted, labels) - before.sum(counted, labels) == 1
                    && after.sum(timed, "trigger", "report") - before.sum(timed, "trigger", "report") == 1;
        });
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Tokens.user("operator1"));
    }

    private static String assessedTwice() {
        String call = Intake.newCall();
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1")) {
            intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
            assessments.await(call, record -> true);
            intake.sendReport(call, true);
            assessments.await(
                    call,
                    record -> Published.json(record).path("trigger").asText().equals("REPORT"));
        }
        return call;
    }
}
