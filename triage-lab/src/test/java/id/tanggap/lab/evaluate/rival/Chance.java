package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Feature;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Vectors and samples by chance; labels lean against what sense demands, so that a direction has to be kept by force. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** Each feature within its knots, a fifth of them missing. */
    double[] vector() {
        double[] vector = new double[Feature.all().size()];
        for (Feature feature : Feature.all()) {
            double[] knots = feature.knots();
            vector[feature.ordinal()] = random.nextInt(5) == 0
                    ? Feature.MISSING
                    : knots[0] + random.nextDouble() * (knots[knots.length - 1] - knots[0]);
        }
        return vector;
    }

    List<Sample> samples(int count) {
        return Stream.generate(this::sample).limit(count).toList();
    }

    private Sample sample() {
        double[] vector = vector();
        // More speech and less silence makes the hoax here.
        double odds = known(vector, Feature.SPEECH) / 5
                - known(vector, Feature.SILENCE) / 10
                + known(vector, Feature.CALLS_LAST_DAY) / 10;
        boolean hoax = random.nextGaussian() + odds > 0;
        boolean first = random.nextGaussian() + known(vector, Feature.ENGINE) / 10 > 0;
        Label label = hoax ? (first ? Label.GHOST : Label.PRANK) : first ? Label.INFORMATION : Label.GENUINE;
        return new Sample(vector, label, "caller-" + random.nextInt(300), 1);
    }

    private static double known(double[] vector, Feature feature) {
        double value = vector[feature.ordinal()];
        return Double.isNaN(value) ? 0 : value;
    }
}
