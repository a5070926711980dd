package id.tanggap.lab.reading;

import id.tanggap.lab.statistics.Auroc;
import id.tanggap.lab.statistics.Predictions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the penalty and the thresholds by what writers say whom the model has not read, among the reports to learn from. */
final class LinearTrainer {
    private static final int FOLDS = 5;
    private static final List<Double> COSTS = List.of(0.1, 1.0, 10.0, 100.0);

    private final List<Written> reports;
    private final int[] writers;
    private final double cost;

    /** Of each report, by a model that knows no other of its writer. */
    private final double[] unread;

    LinearTrainer(List<Written> reports) {
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

    LinearModel model() {
        return new LinearModel(reports, cost);
    }

    double cost() {
        return cost;
    }

    /** The highest threshold that finds as large a share of the life threats. */
    double findingAsManyAs(double share) {
        double[] threats = sorted(Written::lifeThreat);
        return threats[(int) Math.floor((1 - share) * threats.length)];
    }

    /** The lowest threshold at which this share at most of the reports without danger is a false alarm. */
    double withFalseAlarms(double share) {
        double[] none = sorted(report -> report.dangers().isEmpty());
        return Math.nextUp(none[none.length - 1 - (int) Math.floor(share * none.length)]);
    }

    private double[] sorted(Predicate<Written> wanted) {
        return IntStream.range(0, unread.length)
                .filter(i -> wanted.test(reports.get(i)))
                .mapToDouble(i -> unread[i])
                .sorted()
                .toArray();
    }

    private double separation(double[] scores) {
        boolean[] dangerous = new boolean[scores.length];
        for (int i = 0; i < dangerous.length; i++) {
            dangerous[i] = !reports.get(i).dangers().isEmpty();
        }
        Predictions predictions = new Predictions(scores, dangerous, writers);
        return new Auroc(predictions).of(predictions.once());
    }

    private double[] unread(double each) {
        double[] scores = new double[reports.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            LinearModel model = new LinearModel(
                    indices()
                            .filter(i -> writers[i] % FOLDS != out)
                            .map(reports::get)
                            .toList(),
                    each);
            indices()
                    .filter(i -> writers[i] % FOLDS == out)
                    .forEach(i -> scores[i] = model.probability(reports.get(i).text()));
        }
        return scores;
    }

    private Stream<Integer> indices() {
        return IntStream.range(0, reports.size()).boxed();
    }
}
