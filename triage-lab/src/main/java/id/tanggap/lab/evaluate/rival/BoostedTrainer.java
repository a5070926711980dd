package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.Dichotomy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Trains boosted trees as triage's own trainer trains its additive model: the same samples, labels, weights, questions and
 * callers held out for calibration. The same samples give the same trees.
 */
public final class BoostedTrainer {
    private static final long SEED = 112;

    private final TrainingPlan plan;
    private final List<Settings> candidates;

    public BoostedTrainer(TrainingPlan plan) {
        this(plan, Settings.CANDIDATES);
    }

    BoostedTrainer(TrainingPlan plan, List<Settings> candidates) {
        this.plan = plan;
        this.candidates = candidates;
    }

    /** With settings that these samples choose. */
    public BoostedTrees train(List<Sample> samples) {
        List<Sample> fitted = fitted(samples);
        return train(samples, dichotomy -> new CrossValidation(dichotomy, SEED, fitted).choose(candidates));
    }

    /** With the settings of earlier trees. */
    public BoostedTrees again(BoostedTrees earlier, List<Sample> samples) {
        return train(samples, dichotomy -> earlier.logit(dichotomy).settings());
    }

    private BoostedTrees train(List<Sample> samples, Function<Dichotomy, Settings> settings) {
        Map<Dichotomy, BoostedLogit> logits = new EnumMap<>(Dichotomy.class);
        for (Dichotomy dichotomy : Dichotomy.values()) {
            Question question = Question.of(dichotomy);
            List<Sample> concerned = question.concerned(samples);
            List<Sample> heldOut = concerned.stream()
                    .filter(sample -> plan.holdsOut(sample.group()))
                    .toList();
            logits.put(
                    dichotomy,
                    BoostedLogit.fit(dichotomy, settings.apply(dichotomy), SEED, fitted(concerned), question.answer())
                            .calibrated(heldOut, question.answer()));
        }
        return new BoostedTrees("boosted-1", logits);
    }

    private List<Sample> fitted(List<Sample> samples) {
        return samples.stream().filter(sample -> !plan.holdsOut(sample.group())).toList();
    }
}
