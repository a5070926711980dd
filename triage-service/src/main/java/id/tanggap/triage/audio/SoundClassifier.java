package id.tanggap.triage.audio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells engines and distress by weighted sums of {@link SoundFeatures}: each weight says what it listens to. The weights
 * are data, {@code sounds.csv}, made by {@code SoundTrainer} in the tests; its comment says from what.
 */
final class SoundClassifier {

    static final SoundClassifier TRAINED = read("/META-INF/tanggap/models/sounds.csv");

    private final float[] engine;
    private final float[] distress;

    /**
     * The weights of both sums.
     *
     * @param engine the constant, then one weight for each feature
     * @param distress the same
     */
    SoundClassifier(float[] engine, float[] distress) {
        this.engine = engine;
        this.distress = distress;
    }

    BlockSound classify(float[] features) {
        return new BlockSound(likelihood(engine, features), likelihood(distress, features) >= 0.5);
    }

    double engine(float[] features) {
        return likelihood(engine, features);
    }

    double distress(float[] features) {
        return likelihood(distress, features);
    }

    private static double likelihood(float[] weights, float[] features) {
        double sum = weights[0];
        for (int i = 0; i < features.length; i++) {
            sum += weights[i + 1] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static SoundClassifier read(String path) {
        try (BufferedReader source = new BufferedReader(
                new InputStreamReader(SoundClassifier.class.getResourceAsStream(path), StandardCharsets.US_ASCII))) {
            List<String[]> rows = source.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
            return new SoundClassifier(column(rows, 1), column(rows, 2));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static float[] column(List<String[]> rows, int column) {
        if (rows.size() != 1 + SoundFeatures.COUNT) {
            throw new IllegalStateException("weights of " + rows.size() + " features");
        }
        float[] weights = new float[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(rows.get(i)[column]);
        }
        return weights;
    }
}
