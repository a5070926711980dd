package id.tanggap.lab.statistics;

import java.util.Arrays;

/**
 * What was predicted and what was so, one position a case; arrays are not copied and not changed.
 *
 * @param probability predicted, 0 to 1
 * @param actual whether it was so
 * @param cluster cases with the same number are not independent, such as one caller's calls
 */
public record Predictions(double[] probability, boolean[] actual, int[] cluster) {
    public Predictions {
        if (probability.length != actual.length || probability.length != cluster.length) {
            throw new IllegalArgumentException("%d probabilities, %d facts, %d clusters"
                    .formatted(probability.length, actual.length, cluster.length));
        }
        for (double p : probability) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("not a probability: " + p);
            }
        }
    }

    public int size() {
        return actual.length;
    }

    /** Every case counted once. */
    public int[] once() {
        int[] counts = new int[size()];
        Arrays.fill(counts, 1);
        return counts;
    }
}
