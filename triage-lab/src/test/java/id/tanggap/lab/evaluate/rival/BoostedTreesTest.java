package id.tanggap.lab.evaluate.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Direction;
import id.tanggap.triage.model.Feature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoostedTreesTest {
    private static final List<Settings> FEW = List.of(new Settings(3, 5, 60));
    private static final List<Sample> SAMPLES = new Chance(1).samples(3_000);
    private static final BoostedTrees TREES = train(SAMPLES);

    @ParameterizedTest
    @EnumSource(Dichotomy.class)
    void more_of_a_feature_never_goes_against_its_direction(Dichotomy dichotomy) {
        Chance chance = new Chance(2);
        for (int i = 0; i < 300; i++) {
            double[] less = chance.vector();
            double[] other = chance.vector();
            for (Feature feature : Feature.all()) {
                double[] more = less.clone();
                more[feature.ordinal()] = Math.max(less[feature.ordinal()], other[feature.ordinal()]);
                if (!Double.isNaN(more[feature.ordinal()])) {
                    double step = TREES.logOdds(dichotomy, more) - TREES.logOdds(dichotomy, less);
                    Direction direction = feature.direction(dichotomy);
                    assertTrue(
                            direction == Direction.FREE || (direction == Direction.UP ? step >= 0 : step <= 0),
                            () -> feature + " moves " + dichotomy + " by " + step);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dichotomy.class)
    void contributions_sum_to_the_log_odds(Dichotomy dichotomy) {
        Chance chance = new Chance(3);
        BoostedLogit logit = TREES.logit(dichotomy);
        for (int i = 0; i < 200; i++) {
            double[] vector = chance.vector();
            assertEquals(
                    logit.at(vector), Arrays.stream(logit.contributions(vector)).sum(), 1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource(Dichotomy.class)
    void trees_walked_here_say_what_the_library_says(Dichotomy dichotomy) {
        Chance chance = new Chance(4);
        BoostedLogit logit = TREES.logit(dichotomy);
        for (int i = 0; i < 200; i++) {
            double[] vector = chance.vector();
            assertEquals(logit.asked(vector), logit.at(vector), 1e-4);
        }
    }

    @Test
    void the_same_samples_make_the_same_trees_and_others_make_others() {
        BoostedTrees again = train(SAMPLES);
        BoostedTrees others = train(new Chance(9).samples(3_000));
        double[] vector = new Chance(5).vector();

        for (Dichotomy dichotomy : Dichotomy.values()) {
            assertEquals(TREES.logOdds(dichotomy, vector), again.logOdds(dichotomy, vector), 0);
        }
        assertNotEquals(TREES.logOdds(Dichotomy.HOAX, vector), others.logOdds(Dichotomy.HOAX, vector));
    }

    @Test
    void learns_what_is_there_to_learn() {
        double[] often = new double[Feature.all().size()];
        often[Feature.CALLS_LAST_DAY.ordinal()] = 14;

        assertTrue(
                TREES.logOdds(Dichotomy.HOAX, often) > TREES.logOdds(Dichotomy.HOAX, new double[often.length]) + 0.5);
    }

    private static BoostedTrees train(List<Sample> samples) {
        return new BoostedTrainer(TrainingPlan.USUAL, FEW).train(samples);
    }
}
