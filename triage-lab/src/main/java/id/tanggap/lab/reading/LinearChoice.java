package id.tanggap.lab.reading;

import id.tanggap.lab.statistics.Auroc;
import id.tanggap.lab.statistics.Predictions;
import id.tanggap.triage.text.DangerModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the penalty and the thresholds by what writers say whom a model has not read, among the reports to learn from. */
final class LinearChoice {
    private static final int FOLDS = 5;
    private static final List<Double> COSTS = List.of(0.1, 1.0, 10.0, 100.0);

    private final List<Written> reports;
    private final int[] writers;
    private final double cost;

    /** Log-odds of each report by a model that has read nothing of its writer. */
    private final double[] unread;

    LinearChoice(List<Written> reports) {
        this.reports = reports;
        Map<String, Integer> numbers = new HashMap<>();
        this.writers = reports.stream()
                .mapToInt(report -> numbers.computeIfAbsent(report.writer(), none -> numbers.size()))
                .toArray();
        Map<Double, double[]> byCost = new HashMap<>();
        COSTS.forEach(each -> byCost.put(each, unread(each)));
        this.cost = COSTS.stream()
                .max(Comparator.comparingDouble(each -> separation(byCost.get(each))))
                .orElseThrow();
        this.unread = byCost.get(cost);
    }

    /** Finds as large a share of the life threats, and no more. */
    DangerModel findingAsManyAs(double share) {
        double[] threats = sorted(Written::lifeThreat);
        return LinearTrainer.fit(reports, cost, threats[(int) Math.floor((1 - share) * threats.length)]);
    }

    /** This share at most of the reports without danger is a false alarm. */
    DangerModel withFalseAlarms(double share) {
        double[] none = sorted(report -> report.dangers().isEmpty());
        return LinearTrainer.fit(
                reports, cost, Math.nextUp(none[none.length - 1 - (int) Math.floor(share * none.length)]));
    }

    private double[] sorted(Predicate<Written> wanted) {
        return IntStream.range(0, unread.length)
                .filter(i -> wanted.test(reports.get(i)))
                .mapToDouble(i -> unread[i])
                .sorted()
                .toArray();
    }

    private double separation(double[] logOdds) {
        boolean[] dangerous = new boolean[logOdds.length];
        double[] probabilities = new double[logOdds.length];
        for (int i = 0; i < dangerous.length; i++) {
            dangerous[i] = !reports.get(i).dangers().isEmpty();
            probabilities[i] = 1 / (1 + Math.exp(-logOdds[i]));
        }
        Predictions predictions = new Predictions(probabilities, dangerous, writers);
        return new Auroc(predictions).of(predictions.once());
    }

    private double[] unread(double each) {
        double[] logOdds = new double[reports.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            DangerModel model = LinearTrainer.fit(
                    indices()
                            .filter(i -> writers[i] % FOLDS != out)
                            .map(reports::get)
                            .toList(),
                    each,
                    0);
            indices()
                    .filter(i -> writers[i] % FOLDS == out)
                    .forEach(i -> logOdds[i] = model.logOdds(reports.get(i).text()));
        }
        return logOdds;
    }

    private Stream<Integer> indices() {
        return IntStream.range(0, reports.size()).boxed();
    }
}
