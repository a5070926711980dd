package id.tanggap.triage.audio.eval;

import java.util.Arrays;
import java.util.Random;

/** Separations and shares with their intervals at 95%. */
public final class Figures {

    private static final int RESAMPLES = 1_000;
    private static final double Z = 1.96;

    private Figures() {}

    /** A figure and its interval. */
    public record Figure(double value, double low, double high) {

        @Override
        public String toString() {
            return "%.4f [%.4f, %.4f]".formatted(value, low, high);
        }
    }

    /** How often a random positive scores above a random negative, ties half; interval by bootstrap over clips. */
    public static Figure auroc(double[] positives, double[] negatives) {
        Random random = new Random(112);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = area(sample(positives, random), sample(negatives, random));
        }
        Arrays.sort(resampled);
        return new Figure(
                area(positives, negatives), resampled[(int) (0.025 * RESAMPLES)], resampled[(int) (0.975 * RESAMPLES)]);
    }

    /** A share of cases; Wilson's interval. */
    public static Figure share(long hits, long of) {
        double p = (double) hits / of;
        double centre = (p + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double half = Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        return new Figure(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    private static double[] sample(double[] values, Random random) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        return drawn;
    }

    private static double area(double[] positives, double[] negatives) {
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double positive : positives) {
            int below = lowerBound(sorted, positive);
            int notAbove = lowerBound(sorted, Math.nextUp(positive));
            wins += below + (notAbove - below) / 2.0;
        }
        return wins / positives.length / negatives.length;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
