package id.tanggap.triage.learning.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.learning.train.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void aChallengerThatMissesAsFewAndIsBetterCalibratedIsPromoted() {
        Verdict verdict = Trial.of(rows(200, 0.3, 0.2, 800, 0.7, 0.8));
        assertTrue(verdict.promotes(), verdict.sentence());
        assertEquals(0, verdict.challenger().missRate().share());
        assertTrue(verdict.challenger().missRate().high() > 0.01, "200 calls without a miss do not prove none");
    }

    @Test
    void oneGenuineCallMoreMissedIsTooManyHoweverWellCalibrated() {
        List<Scored> rows = rows(200, 0.3, 0.0, 800, 0.7, 1.0);
        rows.add(new Scored("missed", Label.GENUINE, 0.89, 0.91));
        Verdict verdict = Trial.of(rows);
        assertEquals(Verdict.Reason.MISSES_MORE, verdict.reason(), verdict.sentence());
        assertTrue(verdict.difference().high() > 0);
    }

    @Test
    void aCallMissedAtOneOfItsMomentsIsMissedOnce() {
        List<Scored> rows = rows(100, 0.3, 0.2, 400, 0.7, 0.8);
        for (int moment = 0; moment < 3; moment++) {
            rows.add(new Scored("same", Label.GENUINE, 0.2, moment == 2 ? 0.2 : 0.95));
        }
        Verdict verdict = Trial.of(rows);
        assertEquals(1, verdict.challenger().missed());
        assertEquals(101, verdict.genuine());
    }

    @Test
    void worseCalibrationIsNoReasonToChange() {
        assertEquals(
                Verdict.Reason.NOT_BETTER_CALIBRATED,
                Trial.of(rows(200, 0.2, 0.3, 800, 0.8, 0.7)).reason());
    }

    /** All calls at the base rate: calibrated, misses nobody, and tells nothing. */
    @Test
    void knowingNothingDoesNotWin() {
        Verdict verdict = Trial.of(rows(200, 0.1, 0.8, 800, 0.89, 0.8));
        assertTrue(verdict.challenger().calibration().ece()
                < verdict.champion().calibration().ece());
        assertEquals(Verdict.Reason.NOT_BETTER_CALIBRATED, verdict.reason(), verdict.sentence());
    }

    @Test
    void tooFewGenuineCallsDecideNothing() {
        Verdict verdict = Trial.of(rows(Trial.LEAST_GENUINE - 1, 0.3, 0.2, 800, 0.7, 0.8));
        assertEquals(Verdict.Reason.TOO_FEW_GENUINE_CALLS, verdict.reason());
        assertFalse(Trial.of(List.of()).promotes());
    }

    private static List<Scored> rows(
            int genuine,
            double champion,
            double challenger,
            int hoaxes,
            double championOfHoax,
            double challengerOfHoax) {
        List<Scored> rows = new ArrayList<>();
        for (int i = 0; i < genuine; i++) {
            rows.add(new Scored("g" + i, Label.GENUINE, champion, challenger));
        }
        for (int i = 0; i < hoaxes; i++) {
            rows.add(new Scored("h" + i, Label.GHOST, championOfHoax, challengerOfHoax));
        }
        return rows;
    }
}
