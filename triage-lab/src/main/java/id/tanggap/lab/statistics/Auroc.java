package id.tanggap.lab.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic: the chance that a true case scores above a false one, ties half. Sorted
 * once, so that a bootstrap's thousand resamples cost a pass each.
 */
public final class Auroc implements Measure {
    private final Predictions predictions;
    private final int[] byScore;

    public Auroc(Predictions predictions) {
        this.predictions = predictions;
        this.byScore = IntStream.range(0, predictions.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predictions.probability()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public double of(int[] counts) {
        double below = 0;
        double wins = 0;
        double positives = 0;
        int at = 0;
        while (at < byScore.length) {
            double score = predictions.probability()[byScore[at]];
            double tiedTrue = 0;
            double tiedFalse = 0;
            for (; at < byScore.length && predictions.probability()[byScore[at]] == score; at++) {
                if (predictions.actual()[byScore[at]]) {
                    tiedTrue += counts[byScore[at]];
                } else {
                    tiedFalse += counts[byScore[at]];
                }
            }
            wins += tiedTrue * (below + tiedFalse / 2);
            below += tiedFalse;
            positives += tiedTrue;
        }
        return wins / (positives * below);
    }
}
