package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A disaster: hundreds of callers at one place, each of whom corroborates all others. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class MassIncidentTest {

    private static final int CALLERS = 40;

    /** Reports of whom come first, all at once; those of the others are counted. */
    private static final int FIRST = 20;

    /** 28 were found with the sweeps that went on meanwhile, and 309 where each report gave cause to look at 20 neighbours. */
    private static final int MOST_STATEMENTS = 80;

    private static final Duration REST = Duration.ofSeconds(2);

    /** Somewhere that no other test calls from. */
    private final double lat = ThreadLocalRandom.current().nextDouble(-60, -10);

    @Inject
    MeterRegistry metrics;

    @Inject
    Database database;

    @Test
    void a_report_costs_no_more_however_many_have_reported_before_and_all_are_corroborated() throws Exception {
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1")) {
            List<String> calls = IntStream.range(0, CALLERS)
                    .mapToObj(any -> announced(intake))
                    .toList();
            assessments.await(calls.getLast(), record -> true);
            calls.subList(0, FIRST).forEach(call -> intake.sendReport(call, false));
            calls.forEach(call -> assessments.await(
                    call, record -> json(record).get("reasons").toString().contains("CORROBORATED_TWICE")));
            awaitNeighbours();

            double sweeping = statementsAtRest();
            long begin = System.nanoTime();
            double before = statements();
            for (String call : calls.subList(FIRST, CALLERS)) {
                intake.sendReport(call, false);
                assessments.await(
                        call, record -> json(record).get("trigger").asText().equals("REPORT"));
                awaitNeighbours();
            }

            double seconds = (System.nanoTime() - begin) / 1e9;
            double each = (statements() - before - sweeping * seconds) / (CALLERS - FIRST);
            assertTrue(each <= MOST_STATEMENTS, each + " statements for a report among " + CALLERS);
        }
    }

    @Test
    void a_witness_who_turns_out_to_play_is_none_any_more() {
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1")) {
            String call = announced(intake);
            assessments.await(call, record -> true);
            String player = announced(intake);
            intake.sendReport(player, false);
            assessments.await(
                    call, record -> json(record).get("reasons").toString().contains("CORROBORATED"));

            intake.sendCall(
                    player, 2, Intake.call(player, "ref-" + player, "ENDED", where("\"disposition\": \"PRANK\"")));

            assessments.await(
                    call,
                    record -> json(record).get("trigger").asText().equals("NEIGHBOUR")
                            && !json(record).get("reasons").toString().contains("CORROBORATED"));
        }
    }

    /** Returns when all calls have been looked at that a report gave cause to look at. */
    private void awaitNeighbours() {
        await().atMost(Published.PATIENCE).until(() -> database.count("reassessment where cause = 'NEIGHBOUR'") == 0);
    }

    private String announced(Intake intake) {
        String call = "crowd-" + UUID.randomUUID();
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", where("\"dtmf\": \"\"")));
        return call;
    }

    private String where(String more) {
        return more + String.format(Locale.ROOT, ", \"location\": {\"lat\": %.5f, \"lon\": 110.67}", lat);
    }

    /** How many a second the sweeps send by themselves: on a slow machine they come to more than the reports' own. */
    private double statementsAtRest() throws InterruptedException {
        double before = statements();
        Thread.sleep(REST);
        return (statements() - before) / REST.toSeconds();
    }

    /** Statements that the service's database client has sent and had answered; this test's own go another way. */
    private double statements() {
        return metrics.get("postgresql.processing").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
