package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other callers say of the same place and time. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class WitnessesTest {

    /** Somewhere that no other test calls from. */
    private final double lat = ThreadLocalRandom.current().nextDouble(10, 60);

    private Intake intake;
    private Published assessments;

    @BeforeEach
    void open() {
        intake = new Intake();
        assessments = new Published("triage.assessment.v1");
    }

    @AfterEach
    void close() {
        intake.close();
        assessments.close();
    }

    @Test
    void a_silent_call_is_believed_once_a_neighbour_reports_a_fire() {
        String silent = announced(lat);
        intake.sendSound(silent, Sounds.silence(12), 0);
        // Told at 10 s: nothing that is heard after that looks for neighbours.
        assessments.await(
                silent, record -> json(record).get("reasons").toString().contains("Silent for 10"));
        assertTrue(doubtful(assessments.all(silent).getLast()));

        String neighbour = announced(lat + 0.01);
        intake.sendReport(neighbour, false);

        ConsumerRecord<String, byte[]> believed = assessments.await(
                silent, record -> json(record).get("trigger").asText().equals("NEIGHBOUR"));
        assertTrue(json(believed).get("hoaxLikelihood").asDouble() < 0.85, json(believed)::toString);
        assertTrue(json(believed).get("reasons").toString().contains("CORROBORATED"), json(believed)::toString);
    }

    @Test
    void a_report_far_away_changes_nothing() {
        String silent = announced(lat);
        intake.sendSound(silent, Sounds.silence(12), 0);
        assessments.await(silent, WitnessesTest::doubtful);

        String elsewhere = announced(lat + 0.1);
        intake.sendReport(elsewhere, false);
        assessments.await(
                elsewhere, record -> json(record).get("trigger").asText().equals("REPORT"));

        assertEquals(
                0,
                assessments.all(silent).stream()
                        .filter(record -> json(record).get("trigger").asText().equals("NEIGHBOUR"))
                        .count());
    }

    private static boolean doubtful(ConsumerRecord<String, byte[]> record) {
        return json(record).get("hoaxLikelihood").asDouble() > 0.85;
    }

    private String announced(double at) {
        String call = Intake.newCall();
        String where = String.format(Locale.ROOT, "\"location\": {\"lat\": %.5f, \"lon\": 110.67}", at);
        intake.sendCall(call, 1, Intake.call(call, "ref-" + UUID.randomUUID(), "ANSWERED", where));
        assessments.await(call, record -> true);
        return call;
    }
}
