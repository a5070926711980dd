package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answered calls of which no sound comes, or no more: told at 3, 5 and 10 s all the same, the unheard never as silence. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class UnheardTest {

    private final String call = Intake.newCall();

    @Inject
    Database database;

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
    void a_call_without_sound_is_told_at_each_milestone_as_one_that_nobody_has_heard() {
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));

        await().atMost(Published.PATIENCE).until(() -> told() == 3);

        assessments.all(call).stream()
                .map(Published::json)
                .filter(UnheardTest::byTime)
                .forEach(told -> {
                    assertEquals("UNSURE", told.get("band").asText());
                    assertTrue(told.get("reasons").toString().contains("NOT_HEARD"), told::toString);
                });
        assertEquals(0, notes());
    }

    @Test
    void a_call_that_is_heard_or_over_is_not_told_by_the_clock() {
        String over = Intake.newCall();
        intake.sendCall(over, 1, Intake.call(over, "ref-" + over, "ANSWERED", ""));
        intake.sendCall(over, 2, Intake.call(over, "ref-" + over, "ENDED", "\"endedAt\": \"2025-05-20T02:00:20Z\""));
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
        intake.sendSound(call, Sounds.silence(12), 0);
        assessments.await(call, record -> json(record).get("reasons").toString().contains("Silent for 10"));

        // The clock passes 10 s.
        database.execute("update reassessment set due_at = now() where call_id in (?, ?)", call, over);
        await().atMost(Published.PATIENCE)
                .until(() -> notes() == 0 && database.count("reassessment where call_id = ?", over) == 0);

        assertEquals(0, told());
        assertEquals(
                0,
                assessments.all(over).stream()
                        .map(Published::json)
                        .filter(UnheardTest::byTime)
                        .count());
    }

    @Test
    void a_call_whose_sound_stops_midway_is_told_by_the_clock_from_there_on() {
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
        intake.sendSound(call, Sounds.silence(4), 0);

        // 5 s and 10 s; on a slow machine the clock passes 3 s, too, before the sound is heard.
        await().atMost(Published.PATIENCE).until(() -> told() >= 2 && notes() == 0);

        JsonNode last = assessments.all(call).stream()
                .map(Published::json)
                .filter(UnheardTest::byTime)
                .toList()
                .getLast();
        assertTrue(last.get("reasons").toString().contains("Silent for 4"), last::toString);
        assertFalse(last.get("reasons").toString().contains("NOT_HEARD\""), last::toString);
    }

    @Test
    void the_clock_waits_while_sound_comes_however_late_it_comes() {
        intake.sendSound(call, Sounds.silence(2), 0);
        await().atMost(Published.PATIENCE)
                .until(() -> database.count("call_evidence where call_id = ? and silence_ms = 2000", call) == 1);

        // For an hour more of it has just been heard, and the clock passes 10 s.
        database.execute("update call_evidence set heard_at = now() + interval '1 hour' where call_id = ?", call);
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
        await().atMost(Published.PATIENCE).until(() -> notes() == 3);
        database.execute("update reassessment set due_at = now() where call_id = ?", call);
        await().atMost(Published.PATIENCE)
                .until(() -> database.count(
                                "reassessment where call_id = ? and due_at > now() + interval '59 minutes'", call)
                        == 3);
        assertEquals(0, told());

        // The hour is over.
        database.execute("update call_evidence set heard_at = now() - interval '1 hour' where call_id = ?", call);
        database.execute("update reassessment set due_at = now() where call_id = ?", call);
        await().atMost(Published.PATIENCE).until(() -> told() > 0 && notes() == 0);
    }

    private long told() {
        return assessments.all(call).stream()
                .map(Published::json)
                .filter(UnheardTest::byTime)
                .count();
    }

    private long notes() {
        return database.count("reassessment where call_id = ?", call);
    }

    private static boolean byTime(JsonNode assessment) {
        return assessment.get("trigger").asText().equals("TIME");
    }
}
