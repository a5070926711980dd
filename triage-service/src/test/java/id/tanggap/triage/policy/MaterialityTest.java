package id.tanggap.triage.policy;

import static id.tanggap.triage.policy.EvidenceBuilder.answered;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MaterialityTest {

    private final HoaxPolicy policy = new HoaxPolicy();

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

    private Score silent(double seconds) {
        return policy.assess(answered().heard(0, 0, seconds).build());
    }
}
