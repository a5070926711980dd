package id.tanggap.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.audit.Observation;
import id.tanggap.local.replay.audit.SeenCall;
import id.tanggap.local.replay.audit.Told;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.line.Line;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.scenario.Scenario;
import id.tanggap.local.replay.silent.AdviceTaken;
import id.tanggap.local.replay.silent.Deed;
import id.tanggap.local.replay.view.SummaryText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
    private final Scenario hoaxesOnly = new Scenario(
            "hoaxes",
            JeparaScenario.load().firstDay(),
            JeparaScenario.load().calls().stream()
                    .filter(call -> call.kind().hoax())
                    .toList());
    private final Ledger ledger = new Ledger();
    private final Map<String, SeenCall> calls = new LinkedHashMap<>();
    private final List<String> listed = new ArrayList<>();
    private AdviceTaken advice = AdviceTaken.NONE;

    ReplaySummaryTest() {
        for (PlannedCall call : hoaxesOnly.calls()) {
            String id = Line.callId("run", call);
            ledger.begin(id, call);
            ledger.announced(id);
            ledger.disposition(id, call.kind().disposition());
            show(id, call.kind().disposition());
            listed.add(id);
        }
    }

    @Test
    void passesWhereEverythingIsThereOnce() {
        ReplaySummary summary = summary();
        assertTrue(summary.passed(), () -> SummaryText.text(summary));
        assertEquals(Map.of("GHOST", 56L, "PRANK", 19L), summary.callsByDisposition());
        assertTrue(SummaryText.text(summary).contains("lost 0, duplicated 0"));
    }

    @Test
    void doesNotPassWithALostCall() {
        calls.remove(listed.removeLast());
        ReplaySummary summary = summary();
        assertEquals(74, summary.calls());
        assertFalse(summary.passed());
        assertTrue(SummaryText.text(summary).contains("lost 2, duplicated 0"), SummaryText.text(summary));
    }

    @Test
    void doesNotPassWithACallTwice() {
        listed.add(listed.getFirst());
        assertFalse(summary().passed());
    }

    @Test
    void doesNotPassIfAHoaxCountsAsGenuineWhateverWasPlanned() {
        String id = listed.getFirst();
        ledger.disposition(id, "NORMAL");
        show(id, "NORMAL");
        ReplaySummary summary = summary();
        assertEquals(List.of(), summary.lost());
        assertEquals(74, summary.hoaxes());
        assertFalse(summary.passed());
    }

    @Test
    void doesNotPassIfSomethingWasRefused() {
        ledger.refused("POST /calls -> 400");
        assertFalse(summary().passed());
    }

    @Test
    void saysHowFastACallWasAcceptedAndHowMuchMemoryTheSystemHolds() throws IOException {
        ledger.announcementTook(2_500_000);
        String text = SummaryText.text(summary());
        assertTrue(text.contains("call accepted  p50 2.5 ms, p95 2.5 ms, max 2.5 ms (1 measured)"), text);
        assertTrue(text.contains("memory         1900 MiB"), text);
        JsonNode json = new ObjectMapper().readTree(SummaryText.json(summary()));
        assertEquals(2.5, json.path("acceptance").path("p50").asDouble());
        assertEquals(1900L << 20, json.path("memoryBytes").asLong());
    }

    @Test
    void saysWhatWasDoneAboutSilentCallsAndThatNoAdviceWasPassedOver() {
        advice = new AdviceTaken(9, Map.of(Deed.PROMPT_PLAYED, 2L, Deed.RUNG_BACK, 5L), 2, List.of());
        String text = SummaryText.text(summary());
        assertTrue(
                text.contains("silent calls   prompt played to 2, rung back 5 times, 2 to ring back later on"), text);
        assertTrue(text.contains("triage advised 9 times: 7 answered, 2 not due yet, 0 unanswered"), text);
    }

    @Test
    void doesNotPassIfAnAdviceWasPassedOver() {
        advice = new AdviceTaken(1, Map.of(), 0, List.of("RING_BACK of run-001"));
        assertFalse(summary().passed());
    }

    @Test
    void isReadableToPrograms() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SummaryText.json(summary()));
        assertTrue(json.path("passed").asBoolean());
        assertEquals(75, json.path("hoaxes").asInt());
        assertTrue(json.path("lost").isArray() && json.path("latency").has("p95"), json::toString);
    }

    private void show(String id, String disposition) {
        calls.put(id, new SeenCall(id, "ENDED", true, true, "", disposition, Optional.of(0.95), "LIKELY_HOAX"));
    }

    private ReplaySummary summary() {
        return Summarizer.summarize(
                hoaxesOnly,
                "run",
                600,
                Duration.ofSeconds(3),
                ledger,
                new Observation(
                        calls,
                        listed,
                        List.of(),
                        Set.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        advice,
                        List.of(new Told(Agencies.KAFKA, true, Set.of(), List.of()))),
                1900L << 20,
                0);
    }
}
