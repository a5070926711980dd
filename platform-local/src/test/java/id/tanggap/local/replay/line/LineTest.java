package id.tanggap.local.replay.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineTest {
    private final Scenario scenario = JeparaScenario.load();
    private final Ledger ledger = new Ledger();
    private final List<Integer> hooks = new ArrayList<>();
    private FlakyIntake intake;
    private PatientClient client;

    @BeforeAll
    void play() throws IOException, InterruptedException {
        intake = new FlakyIntake();
        client = new PatientClient(new Named(), Duration.ofSeconds(30));
        new Line(
                        client,
                        new Endpoints(intake.base(), intake.base(), intake.base(), intake.base()),
                        ledger,
                        Duration.ofSeconds(20))
                .play(scenario, "run", 1_000_000, hooks::add);
    }

    @AfterAll
    void close() {
        intake.close();
    }

    @Test
    void everythingIsAcceptedInTheEndHoweverOftenItFails() {
        assertTrue(intake.failures.get() > 100, "the intake did fail");
        assertTrue(client.retries() >= intake.failures.get());
        assertEquals(List.of(), ledger.refused());
        assertEquals(89, ledger.playedCalls());
        assertTrue(ledger.announcementNanos().size() > 60, "calls are mostly announced at once");
        for (PlannedCall call : scenario.calls()) {
            Ledger.Entry entry = ledger.calls().get(Line.callId("run", call));
            Set<String> events = Set.copyOf(entry.events());
            assertTrue(events.contains(call.abandoned() ? "ABANDONED" : "ANSWERED"), call::toString);
            assertEquals(!call.abandoned(), events.contains("ENDED"), call::toString);
            assertEquals(!call.dtmf().isEmpty(), events.contains("DTMF:" + call.dtmf()), call::toString);
            assertEquals(call.report().isPresent() ? 1 : 0, entry.reportIds().size(), call::toString);
            assertEquals(call.kind().disposition(), entry.disposition(), call::toString);
            assertEquals(Math.min(20, call.talk().toSeconds()), entry.audio().size(), call::toString);
        }
    }

    @Test
    void whatIsSentAgainIsTheSameToTheLastByte() {
        Map<String, String> first = new HashMap<>();
        int again = 0;
        for (FlakyIntake.Got got : intake.taken) {
            String what = identity(got);
            String content = got.key() + " " + Arrays.hashCode(got.body());
            String before = first.putIfAbsent(what, content);
            assertTrue(before == null || before.equals(content), what);
            again += before == null ? 0 : 1;
        }
        assertTrue(again > ledger.repeats() / 2, "repeats happen: " + again);
        assertTrue(ledger.repeats() > 20, "deliberate repeats happen: " + ledger.repeats());
    }

    @Test
    void gatewaysSendOutOfOrder() {
        Map<String, List<String>> order = intake.taken.stream()
                .filter(got -> got.path().endsWith("/events"))
                .collect(Collectors.groupingBy(
                        FlakyIntake.Got::path,
                        Collectors.mapping(got -> got.json().path("type").asText(), Collectors.toList())));
        assertTrue(
                order.values().stream().anyMatch(types -> types.indexOf("ENDED") < types.lastIndexOf("ANSWERED")),
                "an end before its answer");
        List<String> paths = intake.taken.stream().map(FlakyIntake.Got::path).toList();
        assertTrue(
                scenario.calls().stream()
                        .filter(call -> Habits.of(call).answersBeforeAnnouncing())
                        .map(call -> Line.callId("run", call))
                        .allMatch(id -> paths.contains("/calls/" + id + "/events")),
                "events of calls not yet announced");
    }

    @Test
    void audioOfEachCallIsWhole() {
        Map<String, Set<String>> seconds = intake.taken.stream()
                .filter(got -> got.path().endsWith("/audio"))
                .collect(Collectors.groupingBy(
                        FlakyIntake.Got::path, Collectors.mapping(FlakyIntake.Got::query, Collectors.toSet())));
        for (PlannedCall call : scenario.calls()) {
            int expected = (int) Math.min(20, call.talk().toSeconds());
            assertEquals(
                    IntStream.range(0, expected).mapToObj(i -> "seq=" + i).collect(Collectors.toSet()),
                    seconds.getOrDefault("/calls/" + Line.callId("run", call) + "/audio", Set.of()),
                    call::toString);
        }
    }

    @Test
    void gatewayAndOperatorsUseTheirOwnAccounts() {
        Set<String> operators = Set.of("Bearer operator1", "Bearer operator2", "Bearer operator3");
        for (FlakyIntake.Got got : intake.taken) {
            boolean person = got.path().endsWith("/report") || got.path().endsWith("/disposition");
            boolean desk = got.path().endsWith("/outcome");
            assertEquals(desk, got.who().equals("Bearer supervisor1"), got::path);
            assertEquals(person, operators.contains(got.who()), got::path);
            assertEquals(!person && !desk, got.who().equals("Bearer gateway"), got::path);
        }
        assertEquals(
                operators,
                intake.taken.stream()
                        .map(FlakyIntake.Got::who)
                        .filter(operators::contains)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theHookIsAskedBeforeEveryCall() {
        assertEquals(IntStream.rangeClosed(1, 89).boxed().toList(), hooks);
        assertFalse(hooks.isEmpty());
    }

    @Test
    void whoHungUpBeforeTheAnswerIsRungBackBeforeAnybodyJudges() {
        List<Ledger.Entry> due = ledger.calls().values().stream()
                .filter(Ledger.Entry::callBackDue)
                .toList();
        assertFalse(due.isEmpty(), "some calls are left to their task");
        for (Ledger.Entry entry : due) {
            assertTrue(entry.plan().abandoned() && entry.rungBack(), () -> entry.plan()
                    .toString());
            String callId = Line.callId("run", entry.plan());
            List<String> paths =
                    intake.taken.stream().map(FlakyIntake.Got::path).toList();
            int outcome = paths.indexOf("/call-backs/task-of-" + callId + "/outcome");
            assertTrue(outcome >= 0 && outcome < paths.indexOf("/calls/" + callId + "/disposition"), () -> entry.plan()
                    .toString());
        }
    }

    private static String identity(FlakyIntake.Got got) {
        String part = got.path().endsWith("/events") ? got.json().path("seq").asText() : got.query();
        return got.path().equals("/calls") ? got.json().path("callId").asText() : got.path() + " " + part;
    }

    private record Named() implements Bearers {
        @Override
        public String of(String who) {
            return who;
        }

        @Override
        public void forget() {}
    }
}
