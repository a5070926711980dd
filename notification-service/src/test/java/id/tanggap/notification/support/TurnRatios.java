package id.tanggap.notification.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many times the upper end of one of two arms is that of the other, where both took turns on a machine that has moods: each
 * turn is compared with the one beside it, and the interval says how far the answer hangs on which turns there happened to be.
 */
public final class TurnRatios {

    private static final int RESAMPLES = 1_000;
    private static final double LEVEL = 0.95;

    /** Two turns that were one after the other: what each delivery of them took. */
    public record Pair(double[] arm, double[] other) {}

    /** An estimate with its 95% interval. */
    public record Estimate(double value, double low, double high) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (95%%: %.2f to %.2f)", value, low, high);
        }
    }

    private TurnRatios() {}

    /** The median over the pairs of the ratio of their p95. */
    public static Estimate median(List<Pair> pairs) {
        return estimate(pairs, TurnRatios::medianRatio);
    }

    /** The ratio of p95 over all of each arm. */
    public static Estimate pooled(List<Pair> pairs) {
        return estimate(
                pairs, sample -> quantile(all(sample, Pair::arm), LEVEL) / quantile(all(sample, Pair::other), LEVEL));
    }

    /** The value that so many of these do not exceed. */
    public static double quantile(double[] values, double quantile) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    private static double medianRatio(List<Pair> pairs) {
        double[] ratios = pairs.stream()
                .mapToDouble(pair -> quantile(pair.arm(), LEVEL) / quantile(pair.other(), LEVEL))
                .sorted()
                .toArray();
        int middle = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    }

    private static double[] all(List<Pair> pairs, Function<Pair, double[]> arm) {
        return pairs.stream()
                .flatMapToDouble(pair -> Arrays.stream(arm.apply(pair)))
                .toArray();
    }

    /** By drawing pairs with replacement: deliveries of one turn share its fate and are no draws of their own. */
    private static Estimate estimate(List<Pair> pairs, ToDoubleFunction<List<Pair>> statistic) {
        Random random = new Random(112);
        double[] drawn = IntStream.range(0, RESAMPLES)
                .mapToDouble(resample -> {
                    List<Pair> sample = new ArrayList<>();
                    for (int i = 0; i < pairs.size(); i++) {
                        sample.add(pairs.get(random.nextInt(pairs.size())));
                    }
                    return statistic.applyAsDouble(sample);
                })
                .toArray();
        return new Estimate(statistic.applyAsDouble(pairs), quantile(drawn, 0.025), quantile(drawn, 0.975));
    }
}
