package id.tanggap.local.replay.audit;

import java.util.List;

/**
 * Milliseconds, to a hundredth, that something took; 0 where it was there before it was waited for. Percentiles are
 * nearest-rank: a value that was measured, never one between two.
 */
public record Latency(int count, double p50, double p95, double max) {
    private static final double NANOS = 1e6;

    /** Of no measurement: all zero. */
    public static Latency ofNanos(List<Long> measured) {
        if (measured.isEmpty()) {
            return new Latency(0, 0, 0, 0);
        }
        List<Double> sorted = measured.stream()
                .map(nanos -> Math.round(Math.max(0, nanos) / NANOS * 100) / 100.0)
                .sorted()
                .toList();
        return new Latency(sorted.size(), rank(sorted, 0.50), rank(sorted, 0.95), sorted.getLast());
    }

    private static double rank(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
