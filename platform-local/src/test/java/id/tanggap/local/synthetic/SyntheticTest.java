package id.tanggap.local.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the synthetic test call's process is told and what it shows, without a system. */
class SyntheticTest {
    private final SystemConfig system = new SystemConfig(Path.of("/home"), Ports.local(0), Credentials.random(), true);

    @Test
    void aSuccessIsTimedAndRememberedAndAFailureCountedByItsStageAlone() {
        SyntheticMetrics metrics = new SyntheticMetrics();
        assertShown(metrics, "tanggap_synthetic_last_success_timestamp_seconds 0.0");
        metrics.count(new Outcome.Passed(Duration.ofMillis(300)), Instant.ofEpochSecond(1_000));
        metrics.count(new Outcome.Failed(Stage.ARRIVE, "no ticket"), Instant.ofEpochSecond(2_000));
        assertShown(metrics, "tanggap_synthetic_last_success_timestamp_seconds 1000.0");
        assertShown(metrics, "tanggap_synthetic_duration_seconds_bucket{le=\"0.25\",} 0.0");
        assertShown(metrics, "tanggap_synthetic_duration_seconds_bucket{le=\"0.5\",} 1.0");
        assertShown(metrics, "tanggap_synthetic_failed_total{stage=\"arrive\",} 1.0");
        assertShown(metrics, "tanggap_synthetic_failed_total{stage=\"report\",} 0.0");
    }

    @Test
    void itReachesALocalSystemByWhatItsEnvironmentSays() {
        Access told = Access.from(Access.environment(system));
        assertEquals(Access.to(system).endpoints().calls(), told.endpoints().calls());
        assertEquals(Access.to(system).endpoints().tickets(), told.endpoints().tickets());
        assertEquals(KafkaAccess.client(system, "agency-uji"), told.kafka());
    }

    @Test
    void itKnowsNobodysSecretsButItsOwn() {
        String environment = Access.environment(system).toString();
        system.credentials().users().values().forEach(secret -> assertTrue(!environment.contains(secret)));
        system.credentials()
                .clients()
                .forEach((client, secret) -> assertEquals(
                        client.equals("synthetic") || client.equals("agency-uji"),
                        environment.contains(secret),
                        client));
        system.credentials()
                .kafka()
                .forEach((principal, secret) ->
                        assertEquals(principal.equals("agency-uji"), environment.contains(secret), principal));
    }

    @Test
    void whatItIsNotToldIsNamed() {
        Map<String, String> environment = Access.environment(system);
        environment.remove(Access.TICKET);
        StackException refused = assertThrows(StackException.class, () -> Access.from(environment));
        assertTrue(refused.getMessage().contains("TICKET_URL"), refused.getMessage());
    }

    @Test
    void oneIsMadeEveryFiveMinutesIfNothingElseIsSaid() {
        assertEquals(Duration.ofMinutes(5), Schedule.of(Map.of()).every());
        assertEquals(
                Duration.ofMinutes(1),
                Schedule.of(Map.of("TANGGAP_PROBE_EVERY", "PT1M")).every());
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "PT1S", "-PT5M", "PT0S"})
    void noSenselessScheduleStarts(String every) {
        assertThrows(StackException.class, () -> Schedule.of(Map.of("TANGGAP_PROBE_EVERY", every)));
    }

    private static void assertShown(SyntheticMetrics metrics, String line) {
        assertTrue(metrics.text().lines().anyMatch(line::equals), metrics.text());
    }
}
