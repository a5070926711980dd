package id.tanggap.lab.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.tanggap.triage.text.DangerModel;
import id.tanggap.triage.text.Ngrams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fits a logistic regression with an L2 penalty to reports with and without danger; the solver, a Newton method, uses no
 * chance. One for danger of any kind: one for each kind told danger from none worse among the reports to learn from.
 */
final class LinearTrainer {
    private static final double PRECISION = 0.001;

    /** One that stands in two reports alone teaches hardly more than these, and there are as many of those again. */
    private static final int LEAST_REPORTS = 3;

    private LinearTrainer() {}

    /** What is learnt of a report. */
    record Example(Set<String> ngrams, boolean danger) {
        static Example of(Written report) {
            return new Example(Ngrams.of(report.text()), !report.dangers().isEmpty());
        }
    }

    /** {@code cost}: of errors, against the penalty; reports with and without danger weigh the same together. */
    static DangerModel fit(List<Example> reports, double cost, double from) {
        Map<String, Integer> numbers = numbers(reports);
        Problem problem = new Problem();
        problem.l = reports.size();
        problem.n = numbers.size() + 1;
        problem.bias = 1;
        problem.x =
                reports.stream().map(report -> vector(report.ngrams(), numbers)).toArray(Feature[][]::new);
        problem.y =
                reports.stream().mapToDouble(report -> report.danger() ? 1 : 0).toArray();
        double with = Arrays.stream(problem.y).sum();
        double half = reports.size() / 2.0;
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, PRECISION);
        parameter.setWeights(new double[] {half / with, half / (reports.size() - with)}, new int[] {1, 0});
        Linear.disableDebugOutput();
        return model(Linear.train(problem, parameter), numbers, from);
    }

    private static DangerModel model(Model fitted, Map<String, Integer> numbers, double from) {
        double sign = fitted.getLabels()[0] == 1 ? 1 : -1;
        double[] each = fitted.getFeatureWeights();
        Map<String, Double> weights = new HashMap<>();
        numbers.forEach((gram, number) -> weights.put(gram, sign * each[number - 1]));
        return new DangerModel(weights, sign * each[numbers.size()], from);
    }

    private static Map<String, Integer> numbers(List<Example> reports) {
        Map<String, Integer> seen = new HashMap<>();
        reports.forEach(report -> report.ngrams().forEach(gram -> seen.merge(gram, 1, Integer::sum)));
        Map<String, Integer> numbers = new HashMap<>();
        seen.keySet().stream()
                .filter(gram -> seen.get(gram) >= LEAST_REPORTS)
                .sorted()
                .forEach(gram -> numbers.put(gram, numbers.size() + 1));
        return numbers;
    }

    private static Feature[] vector(Set<String> ngrams, Map<String, Integer> numbers) {
        int[] known = ngrams.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        // The solver takes the constant for a feature of each text.
        Stream<Feature> constant = Stream.of(new FeatureNode(numbers.size() + 1, 1));
        return Stream.concat(
                        Arrays.stream(known).mapToObj(number -> new FeatureNode(number, 1 / Math.sqrt(known.length))),
                        constant)
                .toArray(Feature[]::new);
    }
}
