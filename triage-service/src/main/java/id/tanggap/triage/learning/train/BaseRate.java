package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Logit;
import id.tanggap.triage.model.Training;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Moves a model's intercepts to where its answers are right on average now and here. How people call changes slowly from
 * place to place; how many of them play changes with the town and with the week (Saerens, Latinne and Decaestecker 2002,
 * "Adjusting the outputs of a classifier to new a priori probabilities", here with labels).
 */
public final class BaseRate {

    /** Samples that the belief "it was right already" is worth, as in {@link Platt}. Judgement. */
    private static final double PRIOR = 20;

    private static final int STEPS = 50;

    private BaseRate() {}

    /** The model with its base rates moved to those of the samples; no curve changes, so no direction does. */
    public static AdditiveModel moved(AdditiveModel model, String version, Training training, List<Sample> samples) {
        Map<Dichotomy, Logit> logits = new EnumMap<>(Dichotomy.class);
        for (Dichotomy dichotomy : Dichotomy.values()) {
            Logit logit = model.logits().get(dichotomy);
            logits.put(dichotomy, logit.calibrated(1, offset(logit, dichotomy, samples)));
        }
        return new AdditiveModel(version, training, logits, model.spreads());
    }

    /** Newton's steps to the minimum of a convex loss. */
    private static double offset(Logit logit, Dichotomy dichotomy, List<Sample> samples) {
        List<Sample> concerned = samples.stream()
                .filter(sample -> Trainer.concerns(dichotomy, sample.label()))
                .toList();
        double offset = 0;
        for (int step = 0; step < STEPS; step++) {
            double slope = PRIOR * offset;
            double bend = PRIOR;
            for (Sample sample : concerned) {
                double p = 1 / (1 + Math.exp(-logit.at(sample.features()) - offset));
                slope += sample.weight() * (p - (Trainer.answers(dichotomy, sample.label()) ? 1 : 0));
                bend += sample.weight() * p * (1 - p);
            }
            offset -= slope / bend;
        }
        return offset;
    }
}
