package id.tanggap.triage.learning;

import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.model.AnyModel;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ShadowTest {

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
    }

    @AfterEach
    void reset() {
        sql.reset(BUNDLED);
        await().atMost(Published.PATIENCE).until(() -> panel.now().challenger().isEmpty());
    }

    @Test
    void aChallengerScoresEveryMomentAndIsNeverHeard() {
        seat(ModelFile.of(AnyModel.next(new Random(9))), "any");
        await().atMost(Published.PATIENCE).until(() -> panel.now().challenger().isPresent());

        String call = Intake.newCall();
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1")) {
            intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
            assessments.await(call, record -> true);
            intake.sendSound(call, Sounds.silence(12), 0);
            await().atMost(Published.PATIENCE).until(() -> moments(call).contains("S10"));
            intake.sendCall(
                    call,
                    2,
                    Intake.call(
                            call,
                            "ref-" + call,
                            "ENDED",
                            "\"disposition\": \"GHOST\", \"endedAt\": \"2025-05-20T02:00:30Z\""));
            await().atMost(Published.PATIENCE).until(() -> label(call).equals(List.of("GHOST")));

            assertEquals(List.of("END", "S10", "S5"), moments(call));
            assertEquals(
                    List.of("END any", "END " + BUNDLED, "S10 any", "S10 " + BUNDLED, "S5 any", "S5 " + BUNDLED),
                    sql.column(
                            "select moment || ' ' || model_version as s from model_score where call_id = ? order by s",
                            call));
            assessments
                    .all(call)
                    .forEach(record -> assertEquals(
                            BUNDLED, json(record).get("modelVersion").asText()));
            assertSilentLikelihoodWithoutTheOperatorsWord(call);
        }
    }

    @Test
    void ofATrialNothingIsKeptToLearnFromOrToDriftBy() {
        String call = Intake.newCall();
        try (Intake intake = new Intake()) {
            intake.sendCall(
                    call,
                    1,
                    Intake.call(
                            call,
                            "ref-" + call,
                            "ENDED",
                            "\"disposition\": \"TEST\", \"endedAt\": \"2025-05-20T02:00:30Z\""));
            // In one transaction with what would be kept.
            await().atMost(Published.PATIENCE)
                    .until(() -> !sql.column("select call_id from call_evidence where call_id = ?", call)
                            .isEmpty());
            assertEquals(List.of(), moments(call));
        }
    }

    @Test
    void aModelThatWasTamperedWithIsRefusedAndTheLastGoodOneStays() {
        ModelFile file = ModelFile.of(AnyModel.next(new Random(10)));
        seat(file, "any");
        await().atMost(Published.PATIENCE).until(() -> panel.now().challenger().isPresent());
        sql.run(
                "update model set document = replace(document, '\"intercept\" : ', '\"intercept\" : 1') where version = 'any'");
        await().atMost(Published.PATIENCE).until(() -> panel.now().challenger().isEmpty());

        sql.run("update model set document = 'nonsense' where version = ?", BUNDLED);
        seat(file, "any");
        try {
            await().atMost(Published.PATIENCE)
                    .until(() -> panel.now().challenger().isPresent());
            assertEquals(BUNDLED, panel.now().champion().version());
        } finally {
            sql.run(
                    "update model set document = ? where version = ?",
                    ModelFile.bundled().json(),
                    BUNDLED);
        }
    }

    private void seat(ModelFile file, String version) {
        sql.run("delete from model where version = ?", version);
        sql.run("insert into model values (?, ?, ?, 'CHALLENGER', now(), null)", version, file.json(), file.checksum());
    }

    private List<String> moments(String call) {
        return sql.column("select moment from feature_snapshot where call_id = ? order by moment", call);
    }

    private List<String> label(String call) {
        return sql.column("select label from call_label where call_id = ?", call);
    }

    private void assertSilentLikelihoodWithoutTheOperatorsWord(String call) {
        double end = Double.parseDouble(sql.column(
                        "select hoax_likelihood from model_score where call_id = ? and moment = 'END' and model_version = ?",
                        call,
                        BUNDLED)
                .getFirst());
        assertTrue(end <= 0.99, "the operator's GHOST must not be in it: " + end);
        assertFalse(sql.column("select features from feature_snapshot where call_id = ?", call)
                .isEmpty());
    }
}
