package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.replay.view.SummaryText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private WholeSystem system;

    @BeforeEach
    void start() throws IOException {
        system = WholeSystem.start();
    }

    @AfterEach
    void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void nothingIsLostOrDoubledWhateverIsKilledInTheMiddle() {
        List<Fault> faults = List.of(
                new Fault(system.member("intake-service"), 8, 13),
                new Fault(system.member("triage-service"), 20, 26),
                new Fault(system.member("ticket-service"), 33, 39),
                new Fault(system.member("notification-service"), 45, 49),
                new Fault(system.member("kafka"), 55, 61),
                new Fault(system.member("postgres"), 68, 74));
        List<String> done = new ArrayList<>();
        // Slow enough that calls are in progress at every kill.
        ReplaySummary summary = new Replay(
                        system.config(), ReplayOptions.atSpeed(3_000).withSettling(Duration.ofMinutes(3)))
                .run(JeparaScenario.load(), ReplayView.NONE, ordinal -> strike(faults, ordinal, done));
        String text = SummaryText.text(summary);
        System.out.println(text);
        assertEquals(12, done.size(), () -> "every fault happened: " + done);
        assertTrue(summary.retries() > 0, "a killed service was noticed: " + text);
        assertEquals(List.of(), summary.lost(), text);
        assertEquals(List.of(), summary.duplicated(), text);
        assertTrue(summary.passed(), text);
    }

    private static void strike(List<Fault> faults, int ordinal, List<String> done) {
        for (Fault fault : faults) {
            if (ordinal == fault.killedBefore()) {
                fault.member().kill();
                done.add(fault.name() + " killed");
            } else if (ordinal == fault.startedBefore()) {
                fault.member().start();
                done.add(fault.name() + " started");
            }
        }
    }
}
