package id.tanggap.triage.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.learning.trial.Calibration;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.model.Training;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final Training HERE = new Training("a test's small world", 0, 0, null, null);
    private final Trainer trainer = new Trainer(TrainingPlan.USUAL);

    @Test
    void foretellsCallersThatItHasNotSeenAndIsCalibratedOnThem() {
        AdditiveModel model = trainer.train("a", HERE, new SmallWorld(1).samples(8_000));
        List<Sample> others = new SmallWorld(2).samples(8_000);

        double[] likelihood = others.stream()
                .mapToDouble(sample -> likelihood(model, Dichotomy.HOAX, sample))
                .toArray();
        boolean[] hoax = new boolean[likelihood.length];
        IntStream.range(0, hoax.length)
                .forEach(i -> hoax[i] = others.get(i).label().hoax());

        assertTrue(Calibration.of(likelihood, hoax).ece() < 0.025, "calibrated");
        assertTrue(
                Calibration.of(likelihood, hoax).brier() < 0.75 * 0.65 * 0.35,
                "better than the base rate by a quarter");
    }

    @Test
    void tellsGhostsFromPranksAndQuestionsFromEmergencies() {
        AdditiveModel model = trainer.train("a", HERE, new SmallWorld(1).samples(8_000));
        List<Sample> others = new SmallWorld(2).samples(4_000);
        assertTrue(mean(model, Dichotomy.GHOST, others, Label.GHOST)
                > mean(model, Dichotomy.GHOST, others, Label.PRANK) + 0.3);
        assertTrue(mean(model, Dichotomy.INFORMATION, others, Label.INFORMATION)
                > mean(model, Dichotomy.INFORMATION, others, Label.GENUINE) + 0.05);
    }

    @Test
    void theSameSamplesGiveTheSameModelBitByBit() {
        List<Sample> samples = new SmallWorld(3).samples(2_000);
        assertEquals(
                ModelFile.of(trainer.train("a", HERE, samples)).checksum(),
                ModelFile.of(trainer.train("a", HERE, samples)).checksum());
    }

    @Test
    void baseRatesMoveToWhereAnswersAreRightOnAverage() {
        AdditiveModel model = trainer.train("a", HERE, new SmallWorld(1).samples(8_000));
        // A town in which three in four of the pranksters have gone.
        List<Sample> town = new SmallWorld(2)
                .samples(8_000).stream()
                        .filter(sample ->
                                sample.label() != Label.PRANK || sample.group().hashCode() % 4 == 0)
                        .toList();
        List<Sample> begun = town.subList(0, 1_000);
        List<Sample> later = town.subList(1_000, town.size());
        AdditiveModel moved = BaseRate.moved(model, "b", HERE, begun);

        assertTrue(Math.abs(excess(moved, later)) < 0.03, () -> "moved: " + excess(moved, later));
        assertTrue(excess(model, later) > 0.05, () -> "as it came: " + excess(model, later));
        assertEquals(
                model.logits().get(Dichotomy.HOAX).curves(),
                moved.logits().get(Dichotomy.HOAX).curves());
    }

    private static double excess(AdditiveModel model, List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> likelihood(model, Dichotomy.HOAX, sample)
                        - (sample.label().hoax() ? 1 : 0))
                .average()
                .orElseThrow();
    }

    /** In this world silence means need and speech means play: what sense forbids is not learnt, whatever the data. */
    @Test
    void dataThatContradictSenseTeachNothing() {
        Random random = new Random(5);
        List<Sample> samples = IntStream.range(0, 4_000)
                .mapToObj(i -> {
                    boolean hoax = random.nextBoolean();
                    double[] vector = new double[Feature.values().length];
                    vector[Feature.SPEECH.ordinal()] = hoax ? 5 * random.nextDouble() : 0;
                    vector[Feature.SILENCE.ordinal()] = hoax ? 0 : 10 * random.nextDouble();
                    return new Sample(vector, hoax ? Label.PRANK : Label.GENUINE, "c" + i, 1);
                })
                .toList();
        AdditiveModel model = trainer.train("a", HERE, samples);
        assertTrue(Collections.disjoint(
                model.logits().get(Dichotomy.HOAX).curves().keySet(), List.of(Feature.SPEECH, Feature.SILENCE)));
    }

    /** The minimum of a convex loss within bounds: no feasible neighbour may be better. */
    @Test
    void theOptimiserEndsWhereNoStepWithinTheBoundsHelps() {
        Random random = new Random(6);
        Rows rows = new Rows();
        for (int i = 0; i < 3_000; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            boolean answer = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 + 2 * x - y)));
            rows.add(new int[] {0, 1, 2}, new double[] {1, x, y}, 3, answer, 1);
        }
        double[] lower = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0};
        double[] upper = {Double.POSITIVE_INFINITY, 1.5, Double.POSITIVE_INFINITY};
        double[] best = new BoundedLogistic(rows, lower, upper, 1).fit();

        assertEquals(1.5, best[1], 1e-12, "held by its bound");
        assertEquals(0, best[2], 1e-12, "held by its bound");
        for (double nudge : new double[] {-1e-3, 1e-3}) {
            double[] moved = best.clone();
            moved[0] += nudge;
            assertTrue(rows.loss(moved) > rows.loss(best));
        }
    }

    @Test
    void withoutBoundsItFindsTheCoefficientsThatMadeTheData() {
        Random random = new Random(8);
        Rows rows = new Rows();
        for (int i = 0; i < 40_000; i++) {
            double x = random.nextGaussian();
            boolean answer = random.nextDouble() < 1 / (1 + Math.exp(-(-1 + 0.8 * x)));
            rows.add(new int[] {0, 1}, new double[] {1, x}, 2, answer, 1);
        }
        double[] open = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] closed = Arrays.stream(open).map(bound -> -bound).toArray();
        double[] found = new BoundedLogistic(rows, closed, open, 1e-6).fit();
        assertEquals(-1, found[0], 0.05);
        assertEquals(0.8, found[1], 0.05);
    }

    @Test
    void aFewSamplesChangeCalibrationLittle() {
        AdditiveModel model = trainer.train("a", HERE, new SmallWorld(1).samples(2_000));
        var logit = model.logits().get(Dichotomy.HOAX);
        var after = Platt.calibrate(
                logit, new SmallWorld(9).samples(3), sample -> !sample.label().hoax());
        assertEquals(logit.intercept(), after.intercept(), 0.8);
    }

    @Test
    void aCallerIsEitherFittedOnOrHeldOut() {
        List<Sample> samples = new SmallWorld(1).samples(10_000);
        long heldOut = samples.stream()
                .filter(sample -> TrainingPlan.USUAL.holdsOut(sample.group()))
                .count();
        assertEquals(0.2, heldOut / 10_000.0, 0.03);
    }

    @Test
    void refusesToLearnFromHoaxesAlone() {
        List<Sample> hoaxes = new SmallWorld(1)
                .samples(500).stream().filter(sample -> sample.label().hoax()).toList();
        assertThrows(IllegalArgumentException.class, () -> trainer.train("a", HERE, hoaxes));
    }

    private static double mean(AdditiveModel model, Dichotomy dichotomy, List<Sample> samples, Label label) {
        return samples.stream()
                .filter(sample -> sample.label() == label)
                .mapToDouble(sample -> likelihood(model, dichotomy, sample))
                .average()
                .orElseThrow();
    }

    private static double likelihood(AdditiveModel model, Dichotomy dichotomy, Sample sample) {
        return 1 / (1 + Math.exp(-model.logOdds(dichotomy, sample.features())));
    }
}
