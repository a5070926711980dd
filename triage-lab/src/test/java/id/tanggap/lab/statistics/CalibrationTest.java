package id.tanggap.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Four said to be 0.75 likely of which three were so, one said to be certain that was not. */
    private final Predictions predictions = new Predictions(
            new double[] {.75, .75, .75, .75, 1}, new boolean[] {true, true, true, false, false}, new int[5]);

    private final Calibration calibration = new Calibration(predictions);

    @Test
    void error_is_the_gap_of_each_bin_weighted_by_its_cases() {
        assertEquals(0.2, calibration.ece(predictions.once()), 1e-12);
        assertEquals(0, calibration.ece(new int[] {1, 1, 1, 1, 0}), 1e-12);
    }

    @Test
    void brier_and_log_loss_are_means() {
        assertEquals((3 * 0.0625 + 0.5625 + 1) / 5, calibration.brier(predictions.once()), 1e-12);
        double four = (-3 * Math.log(0.75) - Math.log(0.25)) / 4;
        assertEquals(four, calibration.logLoss(new int[] {1, 1, 1, 1, 0}), 1e-12);
    }

    @Test
    void a_certain_mistake_costs_much_and_not_everything() {
        double loss = calibration.logLoss(predictions.once());
        assertTrue(loss > 5 && loss < 10, () -> "" + loss);
    }

    @Test
    void there_are_fifteen_bins_and_the_last_holds_certainty() {
        var bins = calibration.bins(predictions.once());
        assertEquals(15, bins.size());
        assertEquals(1, bins.getLast().cases());
        assertEquals(4, bins.get(11).cases());
        assertEquals(0.75, bins.get(11).share());
    }

    @Test
    void what_is_no_probability_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Predictions(new double[] {Double.NaN}, new boolean[1], new int[1]));
        assertThrows(IllegalArgumentException.class, () -> new Predictions(new double[2], new boolean[1], new int[1]));
    }
}
