package id.tanggap.triage.policy;

import static id.tanggap.triage.policy.EvidenceBuilder.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.model.JudgedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaterialityTest {

    private final TriagePolicy policy = new TriagePolicy(JudgedModel.additive0());

    @Test
    void aQuarterSecondOfSilenceIsNotWorthTellingWhileTheCallRuns() {
        assertFalse(Materiality.differs(silent(10), silent(10.25), true));
    }

    @Test
    void theEndTellsEverythingThatWasNotToldLive() {
        assertTrue(Materiality.differs(silent(10), silent(10.25), false));
    }

    @Test
    void anotherBandIsAlwaysToldAndTheSameScoreNever() {
        assertTrue(Materiality.differs(silent(6), silent(8), true));
        assertFalse(Materiality.differs(silent(8), silent(8), false));
    }

    @Test
    void aTenthMoreIsToldWhileTheCallRunsAndATwentiethNot() {
        assertTrue(Materiality.differs(silentReported(8), silentReported(20), true));
        assertFalse(Materiality.differs(silentReported(8), silentReported(10), true));
    }

    @Test
    void aKeyIsToldAtOnceThoughTheScoreBarelyMoves() {
        Score before = policy.assess(answered().heard(0, 0, 3).build());
        Score pressed = policy.assess(answered().heard(0, 0, 3).pressed("3").build());
        assertTrue(Materiality.differs(before, pressed, true));
    }

    @Test
    void aReasonThatOnlyGrowsIsNoNews() {
        assertFalse(Materiality.differs(silent(13), silent(20), true));
    }

    @Test
    void threeFiveAndTenSecondsAreMetOnceEach() {
        assertEquals(List.of(Milestone.S3), Milestone.between(seconds(0), seconds(3)));
        assertEquals(List.of(), Milestone.between(seconds(3), seconds(4.9)));
        assertEquals(List.of(Milestone.S5, Milestone.S10), Milestone.between(seconds(3), seconds(12)));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private Score silentReported(double seconds) {
        return policy.assess(
                answered().heard(0, 0, seconds).report(ReportKind.REPORT).build());
    }

    private Score silent(double seconds) {
        return policy.assess(answered().heard(0, 0, seconds).build());
    }
}
