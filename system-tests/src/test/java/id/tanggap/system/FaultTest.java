package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.replay.view.SummaryText;
import id.tanggap.local.stack.Names;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(5)
class FaultTest {
    /** On a system that was played on before: a replay must not stumble over another one. */
    @Test
    void nothingIsLostOrDoubledWhateverIsKilledInTheMiddle() throws Exception {
        WholeSystem system = WholeSystem.up();
        // Calls with a report: 1 7 12 14 19 25 27 38 41 50 55 75 78 84.
        // Without Kafka sound is not accepted, and without intake or the database nothing is.
        Faults faults = new Faults(List.of(
                new Fault(system.member("intake-service"), 7, 12, 14, false),
                new Fault(system.member("triage-service"), 14, 19, 22, true),
                new Fault(system.member("kafka"), 25, 27, 31, false),
                new Fault(system.member("ticket-service"), 38, 41, 46, true),
                new Fault(system.member("notification-service"), 50, 55, 60, true),
                new Fault(system.member("postgres"), 75, 78, 82, false)));
        try (WebhookReceiver webhooks = new WebhookReceiver(system.config(), Names.AGENCIES);
                Broker broker = new Broker(system.config())) {
            ReplaySummary summary = new Replay(
                            system.local(), ReplayOptions.atSpeed(6_000).withSettling(Duration.ofMinutes(3)))
                    .run(JeparaScenario.load(), ReplayView.NONE, faults, faults.ledger(), List.of(webhooks));
            String text = SummaryText.text(summary);
            System.out.println(text);
            assertEquals(6, faults.done().size(), () -> "every fault happened: " + faults.done());
            assertTrue(summary.retries() > 0, "a killed service was noticed: " + text);
            assertEquals(List.of(), summary.lost(), text);
            assertEquals(List.of(), summary.duplicated(), text);
            assertTrue(summary.passed(), text);
            assertEquals(Set.of(), broker.lostAudio(faults.ledger()), "accepted sound that is not on its topic");
            assertEquals(0, broker.audioAheadOfTriage(), "accepted sound that triage has not heard");
            assertEquals(Map.of(), broker.deadLetters(), "an outage is no reason to give a record up");
        }
    }
}
