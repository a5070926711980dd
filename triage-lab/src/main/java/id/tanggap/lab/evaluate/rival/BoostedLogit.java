package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The log-odds of one question as a sum of trees, stretched and moved by a calibration that keeps every direction. */
final class BoostedLogit {
    private final Settings settings;
    private final Booster booster;
    private final Trees trees;
    private final double base;
    private final Stretch stretch;

    private BoostedLogit(Settings settings, Booster booster, Trees trees, double base, Stretch stretch) {
        this.settings = settings;
        this.booster = booster;
        this.trees = trees;
        this.base = base;
        this.stretch = stretch;
    }

    static BoostedLogit fit(
            Dichotomy dichotomy, Settings settings, long seed, List<Sample> samples, Predicate<Sample> answer) {
        try (Matrix matrix = Matrix.of(samples, answer)) {
            Booster booster = XGBoost.train(
                    matrix.get(), settings.parameters(dichotomy, seed), settings.rounds(), Map.of(), null, null);
            Trees trees = Trees.read(booster.getModelDump("", false, "json"));
            double[] nothing = new double[Feature.all().size()];
            return new BoostedLogit(
                    settings, booster, trees, margin(booster, nothing) - trees.at(nothing), Stretch.NONE);
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosting failed: " + e.getMessage(), e);
        }
    }

    BoostedLogit calibrated(List<Sample> heldOut, Predicate<Sample> answer) {
        return with(Stretch.of(heldOut, this::unstretched, answer));
    }

    BoostedLogit moved(List<Sample> recent, Predicate<Sample> answer) {
        return with(stretch.moved(recent, this::unstretched, answer));
    }

    private BoostedLogit with(Stretch other) {
        return new BoostedLogit(settings, booster, trees, base, other);
    }

    private double unstretched(Sample sample) {
        return base + trees.at(sample.features());
    }

    Settings settings() {
        return settings;
    }

    double at(double[] vector) {
        return stretch.at(base + trees.at(vector));
    }

    /** The same as {@link #at}, by the library itself. */
    double asked(double[] vector) {
        try {
            return stretch.at(margin(booster, vector));
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees cannot be asked: " + e.getMessage(), e);
        }
    }

    /** What each feature adds (SHAP, by XGBoost itself), and last what is so without any; they sum to {@link #at}. */
    double[] contributions(double[] vector) {
        try (Matrix matrix = Matrix.of(List.of(vector))) {
            float[] parts = booster.predictContrib(matrix.get(), 0)[0];
            double[] stretched = new double[parts.length];
            Arrays.setAll(stretched, i -> stretch.slope() * parts[i]);
            stretched[parts.length - 1] += stretch.offset();
            return stretched;
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees cannot be asked: " + e.getMessage(), e);
        }
    }

    private static double margin(Booster booster, double[] vector) throws XGBoostError {
        try (Matrix matrix = Matrix.of(List.of(vector))) {
            return booster.predict(matrix.get(), true)[0][0];
        }
    }
}
