package id.tanggap.triage.learning;

import static id.tanggap.triage.support.Published.json;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.learning.train.SmallWorld;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ModelsResourceTest {

    private static final String PATH = "/api/v1/models";
    private static final String BUNDLED = ModelFile.bundled().model().version();

    @Inject
    DataSource database;

    @Inject
    Panel panel;

    private Sql sql;

    @BeforeEach
    void open() {
        sql = new Sql(database);
        await().atMost(Published.PATIENCE)
                .until(() -> sql.column("select version from model").contains(BUNDLED));
        sql.reset(BUNDLED);
    }

    @AfterEach
    void reset() {
        sql.reset(BUNDLED);
        await().atMost(Published.PATIENCE)
                .until(() -> panel.now().challenger().isEmpty()
                        && panel.now().champion().version().equals(BUNDLED));
    }

    @Test
    void theBundledModelIsTheFirstChampionAndCanBeChecked() {
        as("ops1")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("version", hasItem(BUNDLED))
                .body("state", hasItem("CHAMPION"));
        String document = as("supervisor1").get(PATH + "/" + BUNDLED).asString();
        assertEquals(ModelFile.bundled(), ModelFile.parse(document));
    }

    @Test
    void aChallengerIsTrainedPromotedOnlyWhenItHasShownItselfBetterAndRolledBackByOneCommand() {
        learnt(new SmallWorld(1).samples(600));
        String challenger = as("supervisor1")
                .post(PATH + "/train")
                .then()
                .statusCode(201)
                .body("state", equalTo("CHALLENGER"))
                .body("training.calls", equalTo(600))
                .extract()
                .path("version");
        assertEquals(challenger, panel.now().challenger().orElseThrow().version());

        as("ops1")
                .post(PATH + "/" + challenger + "/promote")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tanggap:problem:not-better"))
                .body("detail", containsString("TOO_FEW_GENUINE_CALLS"))
                .body("detail", containsString("95% interval"));

        scored(challenger, 80, 0.4, 0.2, 200, 0.6, 0.8);
        as("ops1")
                .get(PATH + "/" + challenger + "/trial")
                .then()
                .statusCode(200)
                .body("reason", equalTo("BETTER"))
                .body("genuine", equalTo(80))
                .body("challenger.missRate.high", greaterThan(0.03f));
        as("ops1").post(PATH + "/" + challenger + "/promote").then().statusCode(200);
        assertEquals(challenger, panel.now().champion().version());
        assertEquals(challenger, versionOfTheNextAssessment());
        await().atMost(Published.PATIENCE).until(() -> {
            String metrics = as("ops1").get("/q/metrics").asString();
            return metrics.contains("tanggap_triage_model_psi{feature=\"silence\"")
                    && metrics.contains("measure=\"ece\",version=\"" + challenger);
        });

        as("ops1")
                .post(PATH + "/rollback")
                .then()
                .statusCode(200)
                .body("version", equalTo(BUNDLED))
                .body("state", equalTo("CHAMPION"));
        assertEquals(BUNDLED, versionOfTheNextAssessment());
        as("ops1")
                .post(PATH + "/rollback")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tanggap:problem:no-earlier-champion"));
        assertEquals(
                List.of("CHALLENGER supervisor1", "PROMOTED ops1"),
                sql.column(
                        "select change || ' ' || changed_by from model_change where version = ? order by id",
                        challenger));
    }

    @Test
    void aChallengerThatMissesOneGenuineCallMoreIsNotPromoted() {
        learnt(new SmallWorld(2).samples(400));
        String challenger = as("ops1").post(PATH + "/train").path("version");
        scored(challenger, 80, 0.4, 0.1, 200, 0.6, 0.9);
        sql.run(
                "update model_score set hoax_likelihood = 0.95 where model_version = ? and call_id = 'g-7'",
                challenger);
        // One that it may have been trained on proves nothing, however well it did there.
        sql.run("insert into call_label values ('seen', null, null, 'GENUINE', now() - interval '1 day')");
        sql.run("insert into model_score values ('seen', 'END', ?, 0.99, now())", BUNDLED);
        sql.run("insert into model_score values ('seen', 'END', ?, 0.01, now())", challenger);
        as("ops1")
                .post(PATH + "/" + challenger + "/promote")
                .then()
                .statusCode(409)
                .body("detail", containsString("MISSES_MORE: of 80 genuine calls the challenger misses 1"));
        assertEquals(BUNDLED, panel.now().champion().version());
    }

    @Test
    void aNewChallengerRetiresTheOneBefore() {
        learnt(new SmallWorld(3).samples(300));
        String first = as("ops1").post(PATH + "/train").path("version");
        as("ops1").post(PATH + "/train").then().statusCode(201);
        as("ops1")
                .post(PATH + "/" + first + "/promote")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tanggap:problem:no-challenger"));
    }

    @Test
    void tooFewLabelsTeachNothing() {
        learnt(new SmallWorld(4).samples(90));
        as("ops1")
                .post(PATH + "/train")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tanggap:problem:too-few-labels"))
                .body("detail", containsString("90 labelled calls"));
    }

    @Test
    void fewLabelsMoveTheChampionsBaseRatesAndNoCurve() {
        learnt(new SmallWorld(4).samples(150));
        String version = as("ops1")
                .post(PATH + "/train")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        AdditiveModel moved = ModelFile.parse(
                        as("ops1").get(PATH + "/" + version).then().extract().asString())
                .model();
        AdditiveModel champion = ModelFile.bundled().model();

        assertTrue(version.startsWith("rates-"), version);
        for (Dichotomy dichotomy : Dichotomy.values()) {
            assertEquals(
                    champion.logits().get(dichotomy).curves(),
                    moved.logits().get(dichotomy).curves());
        }
        assertNotEquals(
                champion.logits().get(Dichotomy.HOAX).intercept(),
                moved.logits().get(Dichotomy.HOAX).intercept());
    }

    @ParameterizedTest
    @CsvSource({"/nobody", "/nobody/trial"})
    void anUnknownModelIsNotFound(String path) {
        as("ops1").get(PATH + path).then().statusCode(404).body("type", equalTo("urn:tanggap:problem:not-found"));
    }

    @Test
    void onlyOperationsAndSupervisorsMaySeeOrChangeModels() {
        for (String user : new String[] {"operator1", "damkar1"}) {
            as(user).get(PATH).then().statusCode(403);
            as(user).post(PATH + "/train").then().statusCode(403);
            as(user).post(PATH + "/rollback").then().statusCode(403);
            as(user).post(PATH + "/" + BUNDLED + "/promote").then().statusCode(403);
        }
        given().post(PATH + "/rollback").then().statusCode(401);
    }

    private void learnt(List<Sample> samples) {
        for (int i = 0; i < samples.size(); i++) {
            String call = "learnt-" + i;
            sql.run(
                    "insert into feature_snapshot values (?, 'S10', ?, now())",
                    call,
                    FeatureJson.write(samples.get(i).features()));
            sql.run(
                    "insert into call_label values (?, null, null, ?, now() - interval '1 day')",
                    call,
                    samples.get(i).label().name());
        }
    }

    private void scored(
            String challenger, int genuine, double champion, double now, int hoaxes, double ofHoax, double ofHoaxNow) {
        for (int i = 0; i < genuine + hoaxes; i++) {
            boolean hoax = i >= genuine;
            String call = (hoax ? "h-" : "g-") + i;
            sql.run("insert into call_label values (?, null, null, ?, now())", call, hoax ? "PRANK" : "GENUINE");
            sql.run("insert into model_score values (?, 'END', ?, ?, now())", call, BUNDLED, hoax ? ofHoax : champion);
            sql.run("insert into model_score values (?, 'END', ?, ?, now())", call, challenger, hoax ? ofHoaxNow : now);
        }
    }

    private static String versionOfTheNextAssessment() {
        String call = Intake.newCall();
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1")) {
            intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
            return json(assessments.await(call, record -> true))
                    .get("modelVersion")
                    .asText();
        }
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.user(user));
    }
}
