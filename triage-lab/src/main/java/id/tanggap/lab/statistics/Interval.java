package id.tanggap.lab.statistics;

/** An estimate and the range that covers the truth in 95 of 100 repetitions. */
public record Interval(double estimate, double low, double high) {}
