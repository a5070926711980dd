package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.header;
import static id.tanggap.triage.support.Published.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.platform.event.EventIds;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import id.tanggap.triage.support.Schemas;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TriageFlowTest {

    private final String call = Intake.newCall();
    private final String caller = "ref-" + UUID.randomUUID();
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
    void a_call_is_assessed_as_its_contract_says() {
        intake.sendCall(call, 1, Intake.call(call, caller, "ANSWERED", ""));

        ConsumerRecord<String, byte[]> first = assessments.await(call, record -> true);

        assertEquals(Set.of(), Schemas.faults(new String(first.value(), UTF_8)));
        assertEquals("1", header(first, "ce_sequence"));
        assertEquals(call, header(first, "ce_subject"));
        assertEquals("id.tanggap.triage.assessment.v1", header(first, "ce_type"));
        assertEquals("urn:tanggap:triage-service", header(first, "ce_source"));
        assertEquals("urn:tanggap:schema:triage.assessment.v1", header(first, "ce_dataschema"));
        assertEquals("UNSURE", json(first).get("band").asText());
        assertEquals("CALL", json(first).get("trigger").asText());
    }

    @Test
    void a_first_silent_call_is_doubted_while_it_runs_but_no_hoax_and_a_pressed_55_makes_it_genuine() {
        intake.sendCall(call, 1, Intake.call(call, caller, "ANSWERED", ""));
        intake.sendSound(call, Sounds.silence(12), 0);
        var doubted = assessments.await(
                call, record -> json(record).get("hoaxLikelihood").asDouble() > 0.9);
        assertEquals("UNSURE", json(doubted).get("band").asText());
        assertTrue(json(doubted).get("reasons").toString().contains("NOT_HEARD_OUT"), json(doubted)::toString);

        intake.sendCall(
                call, 2, Intake.call(call, caller, "ENDED", "\"dtmf\": \"55\", \"endedAt\": \"2025-05-20T02:00:40Z\""));

        var saved = awaitBand("LIKELY_GENUINE");
        assertFalse(json(saved).get("confident").asBoolean());
        List<ConsumerRecord<String, byte[]>> all = assessments.all(call);
        assertEquals(
                LongStream.rangeClosed(1, all.size()).mapToObj(Long::toString).toList(),
                all.stream().map(record -> header(record, "ce_sequence")).toList());
        assertTrue(all.size() < 40, "48 chunks must not make " + all.size() + " events");
    }

    @Test
    void sound_and_report_may_come_before_their_call() {
        intake.sendSound(call, Sounds.speech("fire"), 0);
        intake.sendReport(call, true);
        awaitTrigger("REPORT");

        intake.sendCall(call, 1, Intake.call(call, caller, "ENDED", "\"endedAt\": \"2025-05-20T02:02:04Z\""));

        var last = awaitTrigger("CALL");
        assertEquals("LIKELY_GENUINE", json(last).get("band").asText());
        String reasons = json(last).get("reasons").toString();
        assertTrue(reasons.contains("\"SPEECH\"") && reasons.contains("\"LIFE_THREAT_REPORT\""), reasons);
    }

    @Test
    void an_event_delivered_again_or_too_late_changes_nothing() {
        UUID id = EventIds.next();
        String ended =
                Intake.call(call, caller, "ENDED", "\"disposition\": \"PRANK\", \"endedAt\": \"2025-05-20T02:00:20Z\"");
        var record = intake.record(Intake.CALL, id, call, 5, "application/json", ended.getBytes(UTF_8));
        intake.send(record);
        awaitBand("LIKELY_HOAX");
        intake.send(intake.record(Intake.CALL, id, call, 5, "application/json", ended.getBytes(UTF_8)));
        intake.sendCall(call, 4, Intake.call(call, caller, "ANSWERED", ""));
        intake.sendChunk(call, 0, "audio/basic", Sounds.speechBytes("fire"));
        intake.sendChunk(call, 0, "audio/basic", Sounds.speechBytes("fire"));
        awaitTrigger("AUDIO");

        String other = Intake.newCall();
        intake.sendCall(other, 1, Intake.call(other, caller, "ENDED", ""));
        assessments.await(other, any -> true);

        assertEquals(
                List.of("CALL", "AUDIO"),
                assessments.all(call).stream()
                        .map(each -> json(each).get("trigger").asText())
                        .toList());
    }

    @Test
    void an_operators_word_on_one_call_reaches_the_same_callers_running_call() {
        String running = Intake.newCall();
        intake.sendCall(running, 1, Intake.call(running, caller, "ANSWERED", "").replace("T02:00", "T02:30"));
        assessments.await(running, any -> true);

        intake.sendCall(
                call,
                1,
                Intake.call(
                        call,
                        caller,
                        "ENDED",
                        "\"disposition\": \"PRANK\", \"dispositionAt\": \"2025-05-20T02:05:00Z\""));

        var reassessed = assessments.await(
                running, record -> json(record).get("trigger").asText().equals("HISTORY"));
        assertTrue(json(reassessed).get("reasons").toString().contains("PAST_PRANKS"));
        assertEquals("UNSURE", json(reassessed).get("band").asText());
    }

    @Test
    void evidence_from_three_channels_at_once_is_all_kept() {
        short[] speech = Sounds.speech("water");
        long next = intake.sendSound(call, speech, 0);
        intake.sendCall(call, 1, Intake.call(call, caller, "ANSWERED", ""));
        intake.sendReport(call, false);
        intake.sendCall(call, 2, Intake.call(call, caller, "ANSWERED", "\"dtmf\": \"1\""));
        intake.sendSound(call, speech, next);
        intake.sendCall(
                call, 3, Intake.call(call, caller, "ENDED", "\"dtmf\": \"1\", \"endedAt\": \"2025-05-20T02:03:04Z\""));

        assessments.await(call, record -> {
            String reasons = json(record).get("reasons").toString();
            return reasons.contains("\"SPEECH\"")
                    && reasons.contains("\"REPORT\"")
                    && reasons.contains("\"KEY_PRESSED\"")
                    && reasons.contains("\"TALK_TIME\"");
        });
    }

    private ConsumerRecord<String, byte[]> awaitBand(String band) {
        return assessments.await(
                call, record -> json(record).get("band").asText().equals(band));
    }

    private ConsumerRecord<String, byte[]> awaitTrigger(String trigger) {
        return assessments.await(
                call, record -> json(record).get("trigger").asText().equals(trigger));
    }
}
