package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Direction;
import id.tanggap.triage.model.Logit;
import id.tanggap.triage.model.Training;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Trains an additive model: one penalised logistic regression for each dichotomy with signs where sense demands a direction,
 * calibrated on held-out callers. The same samples give the same model, bit by bit.
 */
public final class Trainer {

    /** With less weight of either answer than this a dichotomy is left at its base rate. Judgement. */
    private static final double LEAST_OF_EACH = 5;

    private final TrainingPlan plan;
    private final Ramps ramps = new Ramps();

    public Trainer(TrainingPlan plan) {
        this.plan = plan;
    }

    /**
     * A model of these samples.
     *
     * @throws IllegalArgumentException if there is no hoax or no call with a need among them
     */
    public AdditiveModel train(String version, Training provenance, List<Sample> samples) {
        if (samples.stream().noneMatch(Trainer::hoax) || samples.stream().allMatch(Trainer::hoax)) {
            throw new IllegalArgumentException("both hoaxes and calls with a need are needed to learn from");
        }
        Map<Dichotomy, Logit> logits = new EnumMap<>(Dichotomy.class);
        for (Dichotomy dichotomy : Dichotomy.values()) {
            logits.put(dichotomy, logit(dichotomy, samples));
        }
        return new AdditiveModel(version, provenance, logits, Spreads.of(samples));
    }

    /** Whether the question arises for a call with this label. */
    static boolean concerns(Dichotomy dichotomy, Label label) {
        return switch (dichotomy) {
            case HOAX -> true;
            case GHOST -> label.hoax();
            case INFORMATION -> !label.hoax();
        };
    }

    /** The question's answer for a call with this label. */
    static boolean answers(Dichotomy dichotomy, Label label) {
        return switch (dichotomy) {
            case HOAX -> label.hoax();
            case GHOST -> label == Label.GHOST;
            case INFORMATION -> label == Label.INFORMATION;
        };
    }

    private Logit logit(Dichotomy dichotomy, List<Sample> samples) {
        Predicate<Sample> concerns = sample -> concerns(dichotomy, sample.label());
        Predicate<Sample> answer = sample -> answers(dichotomy, sample.label());
        Rows rows = new Rows();
        int[] indices = new int[ramps.columns()];
        double[] values = new double[ramps.columns()];
        for (Sample sample : samples) {
            if (concerns.test(sample) && !plan.holdsOut(sample.group())) {
                int size = ramps.row(sample.features(), indices, values);
                rows.add(indices, values, size, answer.test(sample), sample.weight());
            }
        }
        if (Math.min(rows.weightOf(true), rows.weightOf(false)) < LEAST_OF_EACH) {
            return new Logit(Math.log((rows.weightOf(true) + 0.5) / (rows.weightOf(false) + 0.5)), Map.of());
        }
        double[] weights = new BoundedLogistic(
                        rows,
                        ramps.bounds(dichotomy, Direction.DOWN),
                        ramps.bounds(dichotomy, Direction.UP),
                        plan.ridge())
                .fit();
        List<Sample> heldOut = samples.stream()
                .filter(sample -> concerns.test(sample) && plan.holdsOut(sample.group()))
                .toList();
        return Platt.calibrate(ramps.logit(weights), heldOut, answer);
    }

    private static boolean hoax(Sample sample) {
        return sample.label().hoax();
    }
}
