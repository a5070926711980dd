package id.tanggap.local.replay.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);

    @Test
    void opensAtSevenAndClosesAtNineInTheEveningInWesternIndonesia() {
        assertFalse(OpeningHours.open(Instant.parse("2025-05-19T23:59:59Z")));
        assertTrue(OpeningHours.open(Instant.parse("2025-05-20T00:00:00Z")));
        assertTrue(OpeningHours.open(Instant.parse("2025-05-20T13:59:59Z")));
        assertFalse(OpeningHours.open(Instant.parse("2025-05-20T14:00:00Z")));
    }

    @Test
    void theNightTakesNoTime() {
        assertEquals(Duration.ofHours(1), OpeningHours.elapsed(DAY, Instant.parse("2025-05-20T01:00:00Z")));
        assertEquals(Duration.ofHours(14), OpeningHours.elapsed(DAY, Instant.parse("2025-05-20T14:00:00Z")));
        assertEquals(Duration.ofHours(14), OpeningHours.elapsed(DAY, Instant.parse("2025-05-20T20:00:00Z")));
        assertEquals(Duration.ofHours(15), OpeningHours.elapsed(DAY, Instant.parse("2025-05-21T01:00:00Z")));
    }
}
