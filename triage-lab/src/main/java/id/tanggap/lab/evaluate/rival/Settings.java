package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Feature;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What boosting is told; the rest is XGBoost's default.
 *
 * @param depth of a tree: how many features may act together
 * @param leafWeight least weight of samples in a leaf, as XGBoost counts it: p(1 - p) each
 * @param rounds trees
 */
record Settings(int depth, double leafWeight, int rounds) {
    /** Among these the training period chooses; wide enough that what it chooses is seldom at an edge. */
    static final List<Settings> CANDIDATES = List.of(
            new Settings(1, 5, 400),
            new Settings(2, 5, 400),
            new Settings(3, 5, 400),
            new Settings(3, 25, 400),
            new Settings(5, 25, 400),
            new Settings(5, 100, 400));

    private static final double LEARNING_RATE = 0.1;

    Settings withRounds(int chosen) {
        return new Settings(depth, leafWeight, chosen);
    }

    /** One thread, since sums of floats in any other order would be another model. */
    Map<String, Object> parameters(Dichotomy dichotomy, long seed) {
        return Map.of(
                "objective",
                "binary:logistic",
                "tree_method",
                "hist",
                "eval_metric",
                "logloss",
                "eta",
                LEARNING_RATE,
                "max_depth",
                depth,
                "min_child_weight",
                leafWeight,
                "monotone_constraints",
                directions(dichotomy),
                "nthread",
                1,
                "seed",
                seed,
                "verbosity",
                0);
    }

    @Override
    public String toString() {
        return "%d trees of depth %d, leaves of %.0f and more".formatted(rounds, depth, leafWeight);
    }

    private static String directions(Dichotomy dichotomy) {
        return Feature.all().stream()
                .map(feature -> switch (feature.direction(dichotomy)) {
                    case UP -> "1";
                    case DOWN -> "-1";
                    case FREE -> "0";
                })
                .collect(Collectors.joining(",", "(", ")"));
    }
}
