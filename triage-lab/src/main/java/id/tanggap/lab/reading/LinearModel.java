package id.tanggap.lab.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.tanggap.triage.policy.Indicator;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A logistic regression with an L2 penalty for each danger, on {@link Ngrams}; the solver, a Newton method, uses no chance. */
final class LinearModel {
    private static final double PRECISION = 0.001;

    private final Ngrams grams;
    private final Map<Indicator, Model> models = new EnumMap<>(Indicator.class);

    /** {@code cost}: of errors, against the penalty; those with and without a danger weigh the same together. */
    LinearModel(List<Written> reports, double cost) {
        Linear.disableDebugOutput();
        grams = new Ngrams(reports.stream().map(Written::text).toList());
        Feature[][] vectors =
                reports.stream().map(report -> grams.vector(report.text())).toArray(Feature[][]::new);
        for (Indicator danger : Indicator.values()) {
            models.put(danger, fitted(reports, vectors, danger, cost));
        }
    }

    /** The dangers whose probability is this or more. */
    Set<Indicator> from(double threshold, String text) {
        Feature[] vector = grams.vector(text);
        EnumSet<Indicator> found = EnumSet.noneOf(Indicator.class);
        models.forEach((danger, model) -> {
            if (probability(model, vector) >= threshold) {
                found.add(danger);
            }
        });
        return Collections.unmodifiableSet(found);
    }

    /** Of the likeliest danger. */
    double probability(String text) {
        Feature[] vector = grams.vector(text);
        return models.values().stream()
                .mapToDouble(model -> probability(model, vector))
                .max()
                .orElseThrow();
    }

    private Model fitted(List<Written> reports, Feature[][] vectors, Indicator danger, double cost) {
        Problem problem = new Problem();
        problem.l = vectors.length;
        problem.n = grams.size() + 1;
        problem.bias = 1;
        problem.x = vectors;
        problem.y = reports.stream()
                .mapToDouble(report -> report.dangers().contains(danger) ? 1 : 0)
                .toArray();
        long with = reports.stream()
                .filter(report -> report.dangers().contains(danger))
                .count();
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, PRECISION);
        parameter.setWeights(
                new double[] {reports.size() / (2.0 * with), reports.size() / (2.0 * (reports.size() - with))},
                new int[] {1, 0});
        return Linear.train(problem, parameter);
    }

    private static double probability(Model model, Feature[] vector) {
        double[] each = new double[2];
        Linear.predictProbability(model, vector, each);
        return each[model.getLabels()[0] == 1 ? 0 : 1];
    }
}
