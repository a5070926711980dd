package id.tanggap.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AurocTest {

    @Test
    void is_one_zero_or_a_half_where_scores_tell_all_the_contrary_or_nothing() {
        boolean[] actual = {false, false, true, true};
        assertEquals(1, auroc(new double[] {.1, .2, .3, .4}, actual));
        assertEquals(0, auroc(new double[] {.4, .3, .2, .1}, actual));
        assertEquals(0.5, auroc(new double[] {.5, .5, .5, .5}, actual));
    }

    @Test
    void is_the_share_of_pairs_in_order_with_ties_half() {
        SplittableRandom random = new SplittableRandom(5);
        double[] scores =
                random.doubles(200).map(x -> Math.round(x * 20) / 20.0).toArray();
        boolean[] actual = new boolean[200];
        for (int i = 0; i < 200; i++) {
            actual[i] = random.nextDouble() < scores[i];
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                if (actual[i] && !actual[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(wins / pairs, auroc(scores, actual), 1e-12);
    }

    @Test
    void counts_a_case_as_often_as_it_is_drawn_and_is_undefined_for_one_class() {
        Predictions predictions =
                new Predictions(new double[] {.2, .6, .4}, new boolean[] {false, false, true}, new int[3]);
        assertEquals(0.75, new Auroc(predictions).of(new int[] {3, 1, 1}));
        assertTrue(Double.isNaN(new Auroc(predictions).of(new int[] {1, 1, 0})));
    }

    private static double auroc(double[] scores, boolean[] actual) {
        Predictions predictions = new Predictions(scores, actual, new int[scores.length]);
        return new Auroc(predictions).of(predictions.once());
    }
}
