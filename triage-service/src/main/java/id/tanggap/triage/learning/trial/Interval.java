package id.tanggap.triage.learning.trial;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** A share with its exact 95% interval (Clopper-Pearson): with few cases wide, never too narrow. */
public record Interval(double share, double low, double high) {

    static Interval of(int cases, int of) {
        if (of == 0) {
            return new Interval(0, 0, 1);
        }
        var exact = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(of, cases, 0.05);
        return new Interval((double) cases / of, exact.getLowerBound(), exact.getUpperBound());
    }
}
