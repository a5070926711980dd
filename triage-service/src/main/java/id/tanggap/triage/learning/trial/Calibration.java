package id.tanggap.triage.learning.trial;

/**
 * How well likelihoods agree with what happened.
 *
 * @param ece mean distance between likelihood and share of hoaxes over {@value #BINS} bins of equal width, by their size
 * @param brier mean squared distance between likelihood and truth: unlike the former, knowing nothing does not pay
 * @param bias mean likelihood less the share of hoaxes
 */
public record Calibration(double ece, double brier, double bias) {

    public static final int BINS = 15;

    public static Calibration of(double[] likelihood, boolean[] hoax) {
        double[] excess = new double[BINS];
        double brier = 0;
        double bias = 0;
        for (int i = 0; i < likelihood.length; i++) {
            double difference = likelihood[i] - (hoax[i] ? 1 : 0);
            excess[Math.min(BINS - 1, (int) (likelihood[i] * BINS))] += difference;
            brier += difference * difference;
            bias += difference;
        }
        double ece = 0;
        for (double bin : excess) {
            ece += Math.abs(bin);
        }
        int n = Math.max(1, likelihood.length);
        return new Calibration(ece / n, brier / n, bias / n);
    }
}
