package id.tanggap.triage.audio;

/**
 * Tells engines and distress by weighted sums of {@link SoundFeatures} and their squares: each weight says what it listens
 * to. The weights are data, {@code sounds.csv}, made by {@code SoundTrainer} in the tests; its comment says from what.
 */
final class SoundClassifier {

    static final SoundClassifier TRAINED = read("/META-INF/tanggap/models/sounds.csv");

    /** Doubt speaks for the caller: crying taken for music costs more than music taken for crying. */
    private static final double DISTRESS = 0.3;

    private final Weights engine;
    private final Weights distress;

    private SoundClassifier(Weights engine, Weights distress) {
        this.engine = engine;
        this.distress = distress;
    }

    BlockSound classify(float[] features) {
        return new BlockSound(engine.likelihood(features), distress.likelihood(features) >= DISTRESS);
    }

    /** Of each feature and of its square; the first is the constant. */
    private record Weights(double[] once, double[] squared) {

        double likelihood(float[] features) {
            double sum = once[0];
            for (int i = 0; i < features.length; i++) {
                sum += features[i] * (once[i + 1] + features[i] * squared[i + 1]);
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }

    private static SoundClassifier read(String path) {
        WeightFile file = WeightFile.read(path, SoundFeatures.COUNT);
        return new SoundClassifier(
                new Weights(file.column(1), file.column(2)), new Weights(file.column(3), file.column(4)));
    }
}
