package id.tanggap.lab.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile intervals at 95% by drawing whole clusters with replacement: one caller's calls resemble each other, and to draw
 * them singly would promise more than is known.
 */
public final class ClusterBootstrap {
    private static final double OUTSIDE = 0.05;

    private final int[] clusterOf;
    private final int clusters;
    private final int resamples;
    private final long seed;

    /** The same seed gives the same interval. */
    public ClusterBootstrap(int[] cluster, int resamples, long seed) {
        int[] numbers = Arrays.stream(cluster).distinct().sorted().toArray();
        this.clusterOf = Arrays.stream(cluster)
                .map(number -> Arrays.binarySearch(numbers, number))
                .toArray();
        this.clusters = numbers.length;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** The measure on all cases, and its interval; resamples in which it is not defined are left out. */
    public Interval of(Measure measure) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[clusterOf.length];
        double[] values = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            draw(random, counts);
            values[i] = measure.of(counts);
        }
        double[] defined = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Arrays.fill(counts, 1);
        return new Interval(measure.of(counts), percentile(defined, OUTSIDE / 2), percentile(defined, 1 - OUTSIDE / 2));
    }

    private void draw(SplittableRandom random, int[] counts) {
        int[] drawn = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            drawn[random.nextInt(clusters)]++;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = drawn[clusterOf[i]];
        }
    }

    /** Straight between the neighbours. */
    private static double percentile(double[] sorted, double at) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = at * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
