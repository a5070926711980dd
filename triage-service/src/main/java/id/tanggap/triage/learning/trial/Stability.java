package id.tanggap.triage.learning.trial;

import id.tanggap.triage.model.Spread;

/**
 * Population stability index: how far a feature has moved from where it was in training. By convention below 0.1 is calm,
 * above 0.25 a reason to look.
 */
public final class Stability {

    /** Stands for a share of nothing, whose logarithm would be without bound. */
    private static final double LEAST_SHARE = 0.000_5;

    private Stability() {}

    /** The index of these values against the spread in training; 0 without values. */
    public static double index(Spread spread, double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] now = new double[spread.bins()];
        for (double value : values) {
            now[spread.bin(value)] += 1.0 / values.length;
        }
        double index = 0;
        for (int bin = 0; bin < now.length; bin++) {
            double share = Math.max(LEAST_SHARE, now[bin]);
            double before = Math.max(LEAST_SHARE, spread.shares()[bin]);
            index += (share - before) * Math.log(share / before);
        }
        return index;
    }
}
