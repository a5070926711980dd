package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.Feature;
import id.tanggap.triage.model.Spread;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How each feature is spread over samples, in bins of about equal share where values differ enough. */
final class Spreads {

    private static final int BINS = 8;

    private Spreads() {}

    static Map<Feature, Spread> of(List<Sample> samples) {
        EnumMap<Feature, Spread> spreads = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.all()) {
            double[] sorted = samples.stream()
                    .mapToDouble(sample -> sample.features()[feature.ordinal()])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double[] edges = edges(sorted);
            Spread empty = new Spread(edges, new double[edges.length + 2]);
            double[] shares = new double[empty.bins()];
            samples.forEach(sample -> shares[empty.bin(sample.features()[feature.ordinal()])] += 1.0 / samples.size());
            spreads.put(
                    feature,
                    new Spread(
                            edges, Arrays.stream(shares).map(Spreads::rounded).toArray()));
        }
        return spreads;
    }

    private static double[] edges(double[] sorted) {
        if (sorted.length == 0) {
            return new double[0];
        }
        double least = sorted[0];
        return IntStream.range(1, BINS)
                .mapToDouble(i -> rounded(sorted[(int) ((long) i * sorted.length / BINS)]))
                .filter(edge -> edge > least)
                .distinct()
                .toArray();
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
