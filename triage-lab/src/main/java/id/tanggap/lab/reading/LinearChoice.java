package id.tanggap.lab.reading;

import id.tanggap.lab.reading.LinearTrainer.Example;
import id.tanggap.lab.statistics.Auroc;
import id.tanggap.lab.statistics.Predictions;
import id.tanggap.triage.text.DangerModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Chooses the penalty and the thresholds by what writers say whom a model has not read, among the reports to learn from. */
final class LinearChoice {
    private static final int FOLDS = 5;
    private static final List<Double> COSTS = List.of(10.0, 100.0);

    private final List<Written> reports;
    private final List<Example> examples;
    private final int[] writers;
    private final double cost;

    /** Log-odds of each report by a model that has read nothing of its writer. */
    private final double[] unread;

    LinearChoice(List<Written> reports) {
        this.reports = reports;
        this.examples = reports.stream().map(Example::of).toList();
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
        return LinearTrainer.fit(examples, cost, threats[(int) Math.floor((1 - share) * threats.length)]);
    }

    /**
     * Beside a reader whose finds stand: of the reports without danger, this share at most becomes a false alarm by the model.
     */
    DangerModel besideWithFalseAlarms(Marked reader, double share) {
        long harmless = indices().filter(reader::harmless).count();
        double[] quiet = indices()
                .filter(i -> reader.harmless(i) && reader.nothing(i))
                .mapToDouble(i -> unread[i])
                .sorted()
                .toArray();
        return LinearTrainer.fit(
                examples, cost, Math.nextUp(quiet[quiet.length - 1 - (int) Math.floor(share * harmless)]));
    }

    private double[] sorted(Predicate<Written> wanted) {
        return indices()
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
                            .mapToObj(examples::get)
                            .toList(),
                    each,
                    0);
            indices()
                    .filter(i -> writers[i] % FOLDS == out)
                    .forEach(i -> logOdds[i] = model.logOdds(reports.get(i).text()));
        }
        return logOdds;
    }

    private IntStream indices() {
        return IntStream.range(0, reports.size());
    }
}
