package id.tanggap.triage.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecayTest {

    private static final Instant NOW = Instant.parse("2025-05-21T03:00:00Z");
    private static final Decay WEEK = new Decay(Duration.ofDays(7));
    private static final CallRates NONE = CallRates.NONE;

    @Test
    void aPrankHalvesInAWeekAndIsAsGoodAsForgottenInEight() {
        assertEquals(1, hoaxes(Disposition.PRANK, Duration.ZERO), 1e-9);
        assertEquals(0.5, hoaxes(Disposition.PRANK, Duration.ofDays(7)), 1e-9);
        assertEquals(1.0 / 256, hoaxes(Disposition.PRANK, Duration.ofDays(56)), 1e-9);
    }

    @Test
    void aSilentCallWeighsHalfAPrankAndATrialNothing() {
        assertEquals(0.5, hoaxes(Disposition.GHOST, Duration.ZERO), 1e-9);
        assertEquals(0, hoaxes(Disposition.TEST, Duration.ZERO), 1e-9);
    }

    @Test
    void realNeedsAreCountedForTheCaller() {
        CallerRecord record = WEEK.of(
                List.of(new PastCall(Disposition.NORMAL, NOW), new PastCall(Disposition.INFORMATION, NOW)), NONE, NOW);
        assertEquals(1, record.genuine(), 1e-9);
        assertEquals(1, record.information(), 1e-9);
        assertEquals(0, record.hoaxes(), 1e-9);
    }

    @Test
    void whatWasFoundOutweighsWhatTheOperatorSaid() {
        CallerRecord record = WEEK.of(
                List.of(
                        found(Disposition.PRANK, FieldOutcome.FOUND),
                        found(Disposition.GHOST, FieldOutcome.FOUND),
                        found(Disposition.NORMAL, FieldOutcome.FOUND),
                        found(Disposition.PRANK, FieldOutcome.NOTHING_THERE)),
                NONE,
                NOW);

        assertEquals(3, record.confirmed(), 1e-9);
        assertEquals(1, record.unfounded(), 1e-9);
        assertEquals(1, record.hoaxes(), 1e-9);
        assertEquals(1, record.genuine(), 1e-9);
    }

    @Test
    void whatWasFoundCountsWithoutAnyWordOfTheOperator() {
        PastCall call = new PastCall(Optional.empty(), Optional.of(FieldOutcome.FOUND), NOW);

        assertEquals(1, WEEK.of(List.of(call), NONE, NOW).confirmed(), 1e-9);
    }

    private static PastCall found(Disposition said, FieldOutcome found) {
        return new PastCall(Optional.of(said), Optional.of(found), NOW);
    }

    @Test
    void onlyACallerOfWhomNothingIsKnownCallsForTheFirstTime() {
        assertTrue(WEEK.of(List.of(), NONE, NOW).firstEver());
        assertFalse(WEEK.of(List.of(), new CallRates(0, 0, true, 1), NOW).firstEver());
        assertFalse(WEEK.of(List.of(new PastCall(Disposition.NORMAL, NOW)), NONE, NOW)
                .firstEver());
    }

    @Test
    void clocksThatDisagreeDoNotMakeAPastCallWeighMoreThanANewOne() {
        assertEquals(1, hoaxes(Disposition.PRANK, Duration.ofMinutes(-5)), 1e-9);
    }

    private static double hoaxes(Disposition disposition, Duration ago) {
        return WEEK.of(List.of(new PastCall(disposition, NOW.minus(ago))), NONE, NOW)
                .hoaxes();
    }
}
