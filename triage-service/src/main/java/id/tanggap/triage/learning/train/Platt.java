package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.Logit;
import java.util.List;
import java.util.function.Predicate;

/**
 * Stretches and moves a log-odds so that it is right on samples that it was not fitted on (Platt's scaling); drawn towards
 * leaving it as it is, so that few samples change little.
 */
final class Platt {

    /** A stretch of nothing would turn directions around. */
    private static final double LEAST_SLOPE = 0.05;

    /** Samples that the belief "it was right already" is worth. Judgement. */
    private static final double PRIOR = 20;

    private Platt() {}

    static Logit calibrate(Logit logit, List<Sample> heldOut, Predicate<Sample> answer) {
        Rows rows = new Rows();
        for (Sample sample : heldOut) {
            double z = logit.at(sample.features());
            rows.add(new int[] {0, 1}, new double[] {1, z}, 2, answer.test(sample), sample.weight());
        }
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < 30; step++) {
            double[] gradient = {PRIOR * offset, PRIOR * (slope - 1)};
            double[][] bend = {{PRIOR, 0}, {0, PRIOR}};
            rows.derive(new double[] {offset, slope}, gradient, bend);
            double det = bend[0][0] * bend[1][1] - bend[0][1] * bend[0][1];
            offset -= (bend[1][1] * gradient[0] - bend[0][1] * gradient[1]) / det;
            slope = Math.max(LEAST_SLOPE, slope - (bend[0][0] * gradient[1] - bend[0][1] * gradient[0]) / det);
        }
        return Double.isFinite(slope) && Double.isFinite(offset) ? logit.calibrated(slope, offset) : logit;
    }
}
