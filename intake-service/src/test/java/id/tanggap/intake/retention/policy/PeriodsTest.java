package id.tanggap.intake.retention.policy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "P6D, P365D, PT10M, callers",
        "PT0S, P365D, PT10M, callers",
        "-P90D, P365D, PT10M, callers",
        "P2000D, P2000D, PT10M, callers",
        "P90D, P89D, PT10M, openings",
        "P90D, P9999D, PT10M, openings",
        "P90D, P365D, PT0S, every",
        "P90D, P365D, P2D, every"
    })
    void what_nobody_can_mean_is_refused_by_its_name(
            Duration callers, Duration openings, Duration every, String named) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Periods(callers, openings, every));
        assertTrue(refused.getMessage().startsWith("tanggap.intake.retention." + named), refused.getMessage());
    }

    @Test
    void the_shortest_and_the_longest_can_be_meant() {
        assertDoesNotThrow(() -> new Periods(Periods.SHORTEST, Periods.SHORTEST, Duration.ofSeconds(1)));
        assertDoesNotThrow(() -> new Periods(Periods.LONGEST, Periods.LONGEST, Duration.ofDays(1)));
    }
}
