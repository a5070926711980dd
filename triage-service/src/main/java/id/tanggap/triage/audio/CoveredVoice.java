package id.tanggap.triage.audio;

import java.util.Arrays;

/**
 * Finds a voice that an engine covers in what the voice model remembers: its word is that nobody speaks, but its memory
 * moves as it does with a voice. A weighted sum of the mean and the spread of each remembered number over half a second.
 * The weights are data, {@code covered.csv}, made by {@code CoveredVoiceTrainer} in the tests; its comment says from what.
 */
final class CoveredVoice {

    /** Of the model's memory the half that it speaks from. */
    private static final int REMEMBERED = VoiceModel.STATE / 2;

    static final int FEATURES = 2 * REMEMBERED;

    private final float[] sum = new float[REMEMBERED];
    private final float[] squares = new float[REMEMBERED];
    private int windows;

    /** Takes what the model remembers after a window. */
    void accept(float[] state) {
        for (int i = 0; i < REMEMBERED; i++) {
            sum[i] += state[i];
            squares[i] += state[i] * state[i];
        }
        windows++;
    }

    /** How likely somebody speaks in the half second that ends here, 0 to 1; the next one begins. */
    double close() {
        float[] features = describe();
        double score = Trained.WEIGHTS[0];
        for (int i = 0; i < FEATURES; i++) {
            score += Trained.WEIGHTS[i + 1] * features[i];
        }
        return 1 / (1 + Math.exp(-score));
    }

    /** The means and then the spreads of the half second that ends here; the next one begins. */
    float[] describe() {
        float[] features = new float[FEATURES];
        for (int i = 0; i < REMEMBERED; i++) {
            float mean = sum[i] / windows;
            features[i] = mean;
            features[REMEMBERED + i] = (float) Math.sqrt(Math.max(0, squares[i] / windows - mean * mean));
        }
        startBlock();
        return features;
    }

    void startBlock() {
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        windows = 0;
    }

    void write(Snapshot to) {
        to.putHalves(sum);
        to.putHalves(squares);
        to.put(windows);
    }

    void read(Snapshot from) {
        from.getHalves(sum);
        from.getHalves(squares);
        windows = from.getInt();
    }

    /** Read when they are first needed: the trainer, which makes them, does without. */
    private static final class Trained {

        static final double[] WEIGHTS = WeightFile.read("/META-INF/tanggap/models/covered.csv", FEATURES)
                .column(1);
    }
}
