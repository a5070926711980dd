package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Platt's scaling with the prior that triage's own trainer has, for a model that is no sum of curves. */
record Stretch(double slope, double offset) {
    static final Stretch NONE = new Stretch(1, 0);

    /** A stretch of nothing would turn directions around. */
    private static final double LEAST_SLOPE = 0.05;

    /** Samples that the belief "it was right already" is worth, as in triage's trainer. */
    private static final double PRIOR = 20;

    private static final int STEPS = 30;

    double at(double logOdds) {
        return slope * logOdds + offset;
    }

    static Stretch of(List<Sample> heldOut, ToDoubleFunction<Sample> logOdds, Predicate<Sample> answer) {
        double[] odds = heldOut.stream().mapToDouble(logOdds).toArray();
        Stretch at = NONE;
        for (int step = 0; step < STEPS; step++) {
            at = at.newton(heldOut, odds, answer);
        }
        return Double.isFinite(at.slope) && Double.isFinite(at.offset) ? at : NONE;
    }

    /** Moved to where its answers are right on average on these samples, as triage's own {@code BaseRate} does. */
    Stretch moved(List<Sample> samples, ToDoubleFunction<Sample> logOdds, Predicate<Sample> answer) {
        double[] odds = samples.stream().mapToDouble(logOdds).toArray();
        double by = 0;
        for (int step = 0; step < STEPS; step++) {
            double toOffset = PRIOR * by;
            double bend = PRIOR;
            for (int i = 0; i < odds.length; i++) {
                double p = 1 / (1 + Math.exp(-at(odds[i]) - by));
                toOffset += samples.get(i).weight() * (p - (answer.test(samples.get(i)) ? 1 : 0));
                bend += samples.get(i).weight() * p * (1 - p);
            }
            by -= toOffset / bend;
        }
        return new Stretch(slope, offset + by);
    }

    private Stretch newton(List<Sample> samples, double[] odds, Predicate<Sample> answer) {
        double toOffset = PRIOR * offset;
        double toSlope = PRIOR * (slope - 1);
        double offsets = PRIOR;
        double slopes = PRIOR;
        double both = 0;
        for (int i = 0; i < odds.length; i++) {
            double p = 1 / (1 + Math.exp(-at(odds[i])));
            double weight = samples.get(i).weight();
            double error = weight * (p - (answer.test(samples.get(i)) ? 1 : 0));
            double bend = weight * p * (1 - p);
            toOffset += error;
            toSlope += error * odds[i];
            offsets += bend;
            both += bend * odds[i];
            slopes += bend * odds[i] * odds[i];
        }
        double det = offsets * slopes - both * both;
        return new Stretch(
                Math.max(LEAST_SLOPE, slope - (offsets * toSlope - both * toOffset) / det),
                offset - (slopes * toOffset - both * toSlope) / det);
    }
}
