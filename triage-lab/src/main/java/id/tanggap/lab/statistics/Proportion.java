package id.tanggap.lab.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Intervals at 95% for a share of independent cases. */
public final class Proportion {
    private static final double OUTSIDE = 0.05;

    private Proportion() {}

    /** About right on average. */
    public static Interval wilson(long hits, long cases) {
        return interval(BinomialConfidenceInterval.WILSON_SCORE, hits, cases);
    }

    /** Never too narrow: for what must not happen, where few hits or none were seen. */
    public static Interval clopperPearson(long hits, long cases) {
        return interval(BinomialConfidenceInterval.CLOPPER_PEARSON, hits, cases);
    }

    private static Interval interval(BinomialConfidenceInterval method, long hits, long cases) {
        var range = method.fromErrorRate(Math.toIntExact(cases), Math.toIntExact(hits), OUTSIDE);
        return new Interval((double) hits / cases, range.getLowerBound(), range.getUpperBound());
    }
}
