package id.tanggap.lab.statistics;

import java.util.ArrayList;
import java.util.List;

/** Whether what is said to be so likely comes true so often. */
public final class Calibration {
    /** The bins of the published goals; equally wide, the last closed at 1. */
    public static final int BINS = 15;

    /** Keeps the log loss of a certain mistake finite. */
    private static final double LEAST = 1e-12;

    private final Predictions predictions;

    public Calibration(Predictions predictions) {
        this.predictions = predictions;
    }

    /**
     * Cases whose probability lies in one bin.
     *
     * @param meanPredicted of their probabilities, {@code NaN} where there are none
     * @param share of those that were so, {@code NaN} where there are none
     */
    public record Bin(double from, double to, long cases, double meanPredicted, double share) {}

    public List<Bin> bins(int[] counts) {
        double[] cases = new double[BINS];
        double[] predicted = new double[BINS];
        double[] actual = new double[BINS];
        for (int i = 0; i < predictions.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (predictions.probability()[i] * BINS));
            cases[bin] += counts[i];
            predicted[bin] += counts[i] * predictions.probability()[i];
            actual[bin] += predictions.actual()[i] ? counts[i] : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new Bin(
                    (double) bin / BINS,
                    (bin + 1.0) / BINS,
                    (long) cases[bin],
                    predicted[bin] / cases[bin],
                    actual[bin] / cases[bin]));
        }
        return bins;
    }

    /** Expected calibration error: the bins' gaps between said and so, weighted by their cases. */
    public double ece(int[] counts) {
        double sum = 0;
        double cases = 0;
        for (Bin bin : bins(counts)) {
            if (bin.cases() > 0) {
                sum += bin.cases() * Math.abs(bin.meanPredicted() - bin.share());
                cases += bin.cases();
            }
        }
        return sum / cases;
    }

    /** Mean squared distance of the probability from what was so. */
    public double brier(int[] counts) {
        return mean(counts, (p, so) -> (p - (so ? 1 : 0)) * (p - (so ? 1 : 0)));
    }

    /** Mean surprise in nats. */
    public double logLoss(int[] counts) {
        return mean(counts, (p, so) -> -Math.log(Math.max(LEAST, so ? p : 1 - p)));
    }

    private interface Loss {
        double of(double probability, boolean so);
    }

    private double mean(int[] counts, Loss loss) {
        double sum = 0;
        double cases = 0;
        for (int i = 0; i < predictions.size(); i++) {
            sum += counts[i] * loss.of(predictions.probability()[i], predictions.actual()[i]);
            cases += counts[i];
        }
        return sum / cases;
    }
}
