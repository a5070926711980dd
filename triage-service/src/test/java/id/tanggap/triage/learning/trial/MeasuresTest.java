package id.tanggap.triage.learning.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.model.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void calibrationErrorIsTheDistanceBetweenSaidAndHappened() {
        double[] said = new double[100];
        Arrays.fill(said, 0.7);
        boolean[] happened = new boolean[100];
        Arrays.fill(happened, 0, 50, true);
        Calibration calibration = Calibration.of(said, happened);
        assertEquals(0.2, calibration.ece(), 1e-9);
        assertEquals(0.2, calibration.bias(), 1e-9);
        assertEquals(0.29, calibration.brier(), 1e-9);
    }

    /** Clopper and Pearson 1934: none of 30 leaves up to 0.1157; 3 of 30 are 0.0211 to 0.2653. */
    @Test
    void intervalsAreExact() {
        assertEquals(0.1157, Interval.of(0, 30).high(), 0.0001);
        assertEquals(0.0211, Interval.of(3, 30).low(), 0.0001);
        assertEquals(0.2653, Interval.of(3, 30).high(), 0.0001);
        assertEquals(new Interval(0, 0, 1), Interval.of(0, 0));
    }

    @Test
    void theIndexIsSmallForTheSameSpreadAndLargeForAnotherOrForMissingValues() {
        Spread spread = new Spread(new double[] {1, 2, 3}, new double[] {0.25, 0.25, 0.25, 0.25, 0});
        assertTrue(Stability.index(spread, values(4)) < 0.01);
        assertTrue(Stability.index(spread, values(2)) > 0.25);
        double[] missing = values(4);
        Arrays.fill(missing, 0, 200, Double.NaN);
        assertTrue(Stability.index(spread, missing) > 0.25);
        assertEquals(0, Stability.index(spread, new double[0]));
    }

    private static double[] values(int below) {
        return IntStream.range(0, 1_000).mapToDouble(i -> i * below / 1_000.0).toArray();
    }
}
