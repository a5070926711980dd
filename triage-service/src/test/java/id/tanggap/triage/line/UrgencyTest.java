package id.tanggap.triage.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.silent.policy.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign of life does not wait for the seconds that the rest of the sound may wait. */
class UrgencyTest {

    private static final Timing TIMING = new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(30),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofSeconds(1));

    private static final Instant NOW = Instant.parse("2025-05-20T01:00:00Z");

    private static final Heard QUIET = heard(0, 3_000, 0, "", 0);

    @Test
    void aKeyATapAndCryingAreSigns() {
        assertTrue(Urgency.isSign(QUIET, heard(0, 3_250, 0, "5", 0), TIMING));
        assertTrue(Urgency.isSign(QUIET, heard(0, 3_250, 0, "", 1), TIMING));
        assertTrue(Urgency.isSign(QUIET, heard(0, 3_250, 512, "", 0), TIMING));
    }

    @Test
    void moreOfTheSameIsNone() {
        assertFalse(Urgency.isSign(QUIET, heard(0, 3_750, 0, "", 0), TIMING));
        Heard pressed = heard(0, 6_000, 600, "5", 2);
        assertFalse(Urgency.isSign(pressed, heard(0, 6_250, 600, "5", 2), TIMING));
    }

    @ParameterizedTest
    @CsvSource({"0, 299, false", "0, 300, true", "999, 1299, true", "1000, 9000, false"})
    void aWordIsOneUntilTheCallerIsKnownToSpeak(long before, long after, boolean sign) {
        assertEquals(sign, Urgency.isSign(heard(before, 1_000, 0, "", 0), heard(after, 1_000, 0, "", 0), TIMING));
    }

    @ParameterizedTest
    @CsvSource({"4900, 4999, false", "4900, 5000, true", "5000, 5250, false"})
    void silenceIsOneWhenThePromptIsDue(long before, long after, boolean sign) {
        assertEquals(sign, Urgency.isSign(heard(0, before, 0, "", 0), heard(0, after, 0, "", 0), TIMING));
    }

    /** Milliseconds since the first piece that is not in the database, and since the last. */
    @ParameterizedTest
    @CsvSource({"2999, 999, false", "3000, 0, true", "1000, 1000, true", "999, 999, false"})
    void whatGoesOnWaitsForSecondsAndWhatHasStoppedForOne(long first, long last, boolean late) {
        assertEquals(late, Urgency.isLate(NOW.minusMillis(first), NOW.minusMillis(last), NOW));
    }

    private static Heard heard(long speech, long silence, long distress, String keys, int taps) {
        return new Heard(
                Duration.ofMillis(speech),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(silence),
                Duration.ofMillis(distress),
                Duration.ZERO,
                Optional.empty(),
                Duration.ofMillis(silence),
                keys,
                taps,
                -60,
                0);
    }
}
