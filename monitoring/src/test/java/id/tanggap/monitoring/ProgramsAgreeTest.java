package id.tanggap.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import id.tanggap.local.monitoring.MonitoringPrograms;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus' and Alertmanager's own checkers, run on what is committed. */
class ProgramsAgreeTest {
    private static MonitoringPrograms programs;

    @BeforeAll
    static void find() {
        try {
            programs = MonitoringPrograms.find();
        } catch (StackException e) {
            System.err.println("RULES ARE NOT CHECKED: " + e.getMessage());
            abort(e.getMessage());
        }
    }

    @Test
    void alertsFireAndDoNotFireAsTheTestsSay() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        Sources.files(Sources.TESTS, ".yml").forEach(file -> arguments.add(file.toString()));
        agrees(programs.promtool(), arguments);
    }

    @Test
    void rulesAreWellFormed() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("check", "rules", "--lint-fatal"));
        Sources.files(Sources.RULES, ".yml").forEach(file -> arguments.add(file.toString()));
        agrees(programs.promtool(), arguments);
    }

    @Test
    void theConfigurationIsWellFormed() throws IOException, InterruptedException {
        // Its secret is only where it runs.
        agrees(
                programs.promtool(),
                List.of(
                        "check",
                        "config",
                        "--syntax-only",
                        Sources.MODULE.resolve("prometheus/prometheus.yml").toString()));
        agrees(programs.amtool(), List.of("check-config", routes()));
    }

    @ParameterizedTest
    @CsvSource({"page, jaga", "ticket, jam-kerja", "of-a-newer-rule, jam-kerja"})
    void whoIsTold(String severity, String receiver) throws IOException, InterruptedException {
        assertTold(receiver, "severity=" + severity);
    }

    @Test
    void whoIsOutsideHearsThatWeAreAliveAndNobodyElseIsBothered() throws IOException, InterruptedException {
        assertTold("pengawas-luar", "alertname=Watchdog", "severity=none");
    }

    private static void assertTold(String receiver, String... labels) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("config", "routes", "test", "--config.file=" + routes(), "--verify.receivers=" + receiver));
        arguments.addAll(List.of(labels));
        agrees(programs.amtool(), arguments);
    }

    private static String routes() {
        return Sources.MODULE.resolve("alertmanager/alertmanager.yml").toString();
    }

    private static void agrees(Path program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + said);
    }
}
