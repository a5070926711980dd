package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Dichotomy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Chooses settings by the log-loss on callers that were not fitted on, within the samples that it is given. */
final class CrossValidation {
    private static final int FOLDS = 3;

    /** Rounds between two looks. */
    private static final int STEP = 20;

    private final Dichotomy dichotomy;
    private final long seed;
    private final List<Sample> samples;
    private final Predicate<Sample> answer;

    CrossValidation(Dichotomy dichotomy, long seed, List<Sample> samples) {
        Question question = Question.of(dichotomy);
        this.dichotomy = dichotomy;
        this.seed = seed;
        this.samples = question.concerned(samples);
        this.answer = question.answer();
    }

    private record Choice(Settings settings, double loss) {}

    /** The best of these, each with as many rounds as did best over all folds. */
    Settings choose(List<Settings> candidates) {
        return candidates.stream()
                .map(this::rounds)
                .min(Comparator.comparingDouble(Choice::loss))
                .orElseThrow()
                .settings();
    }

    private Choice rounds(Settings candidate) {
        double[] losses = new double[candidate.rounds() / STEP];
        for (int fold = 0; fold < FOLDS; fold++) {
            addLosses(candidate, fold, losses);
        }
        int best = IntStream.range(0, losses.length)
                .boxed()
                .min(Comparator.comparingDouble(look -> losses[look]))
                .orElseThrow();
        return new Choice(candidate.withRounds((best + 1) * STEP), losses[best]);
    }

    private void addLosses(Settings candidate, int fold, double[] losses) {
        List<Sample> fitted =
                samples.stream().filter(sample -> fold(sample) != fold).toList();
        List<Sample> tested =
                samples.stream().filter(sample -> fold(sample) == fold).toList();
        try (Matrix fit = Matrix.of(fitted, answer);
                Matrix test = Matrix.of(tested, answer)) {
            Booster booster = XGBoost.train(
                    fit.get(), candidate.parameters(dichotomy, seed), candidate.rounds(), Map.of(), null, null);
            for (int look = 0; look < losses.length; look++) {
                losses[look] += loss(tested, booster.predict(test.get(), true, (look + 1) * STEP));
            }
            booster.dispose();
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosting failed: " + e.getMessage(), e);
        }
    }

    private double loss(List<Sample> tested, float[][] margins) {
        double loss = 0;
        for (int i = 0; i < margins.length; i++) {
            double wrong = answer.test(tested.get(i)) ? -margins[i][0] : margins[i][0];
            // log(1 + e^z) without overflow
            loss += tested.get(i).weight() * (Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))));
        }
        return loss;
    }

    /** By caller, whose calls resemble each other; mixed in another way than those held out for calibration. */
    private static int fold(Sample sample) {
        int mixed = sample.group().hashCode() * 0x85EBCA6B;
        return Math.floorMod(mixed ^ mixed >>> 13, FOLDS);
    }
}
