package id.tanggap.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    /** Jepara's 75 of 89; the bounds are those of Wilson's formula worked out by hand. */
    @Test
    void wilson_holds_the_textbook_bounds() {
        Interval interval = Proportion.wilson(75, 89);
        assertEquals(0.8427, interval.estimate(), 1e-4);
        assertEquals(0.7530, interval.low(), 5e-4);
        assertEquals(0.9039, interval.high(), 5e-4);
    }

    /** With none seen the upper bound is 1 - 0.025^(1/n): the rule of three and a bit. */
    @Test
    void nothing_seen_in_a_thousand_does_not_mean_never() {
        Interval interval = Proportion.clopperPearson(0, 1_000);
        assertEquals(0, interval.low());
        assertEquals(1 - Math.pow(0.025, 1.0 / 1_000), interval.high(), 1e-9);
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        Predictions some = sample(3, 300, 1);
        Measure share = counts -> mean(some, counts);
        assertEquals(
                new ClusterBootstrap(some.cluster(), 500, 9).of(share),
                new ClusterBootstrap(some.cluster(), 500, 9).of(share));
    }

    @Test
    void covers_the_truth_about_nineteen_times_in_twenty() {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            Predictions some = sample(seed, 200, 1);
            Interval interval = new ClusterBootstrap(some.cluster(), 300, seed).of(counts -> mean(some, counts));
            covered += interval.low() <= 0.3 && 0.3 <= interval.high() ? 1 : 0;
        }
        assertTrue(covered >= 180 && covered < 200, "covered " + covered);
    }

    @Test
    void callers_whose_calls_are_alike_make_it_wider() {
        Predictions alike = sample(4, 100, 10);
        double byCaller = width(alike, alike.cluster());
        int[] byCall = new int[alike.size()];
        for (int i = 0; i < byCall.length; i++) {
            byCall[i] = i;
        }
        assertTrue(byCaller > 2 * width(alike, byCall));
    }

    private static double width(Predictions some, int[] cluster) {
        Interval interval = new ClusterBootstrap(cluster, 500, 1).of(counts -> mean(some, counts));
        return interval.high() - interval.low();
    }

    private static double mean(Predictions some, int[] counts) {
        double hits = 0;
        double cases = 0;
        for (int i = 0; i < counts.length; i++) {
            hits += some.actual()[i] ? counts[i] : 0;
            cases += counts[i];
        }
        return hits / cases;
    }

    /** Callers of whom three in ten are so, each with the same number of equal calls. */
    private static Predictions sample(long seed, int callers, int calls) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] actual = new boolean[callers * calls];
        int[] cluster = new int[actual.length];
        for (int caller = 0; caller < callers; caller++) {
            boolean so = random.nextDouble() < 0.3;
            for (int call = 0; call < calls; call++) {
                actual[caller * calls + call] = so;
                cluster[caller * calls + call] = caller;
            }
        }
        return new Predictions(new double[actual.length], actual, cluster);
    }
}
