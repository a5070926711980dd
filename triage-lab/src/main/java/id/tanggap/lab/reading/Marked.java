package id.tanggap.lab.reading;

import id.tanggap.lab.statistics.ClusterBootstrap;
import id.tanggap.lab.statistics.Interval;
import id.tanggap.triage.policy.Indicator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reports as one reader reads them, beside what is in them; intervals at 95% by writer, whose reports resemble each other. */
final class Marked {
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 112;

    private final List<Written> reports;
    private final List<Set<Indicator>> found;
    private final ClusterBootstrap byWriter;

    Marked(List<Written> reports, Reader reader) {
        this.reports = reports;
        this.found = reports.stream().map(report -> reader.of(report.text())).toList();
        Map<String, Integer> writers = new HashMap<>();
        this.byWriter = new ClusterBootstrap(
                reports.stream()
                        .mapToInt(report -> writers.computeIfAbsent(report.writer(), none -> writers.size()))
                        .toArray(),
                RESAMPLES,
                SEED);
    }

    /** Those among the reports for which this holds. */
    int[] which(IntPredicate wanted) {
        return IntStream.range(0, reports.size()).filter(wanted).toArray();
    }

    Written report(int number) {
        return reports.get(number);
    }

    boolean threat(int report) {
        return reports.get(report).lifeThreat();
    }

    boolean harmless(int report) {
        return reports.get(report).dangers().isEmpty();
    }

    /** Whether nothing at all is found. */
    boolean nothing(int report) {
        return found.get(report).isEmpty();
    }

    /** Whether this life threat passes for a report without danger. */
    boolean missed(int report) {
        return threat(report) && nothing(report);
    }

    /** Whether a danger is found where there is none. */
    boolean falseAlarm(int report) {
        return harmless(report) && !nothing(report);
    }

    /** Of the life threats. */
    Interval missedShare() {
        return byWriter.of(counts -> sum(counts, this::missed) / sum(counts, this::threat));
    }

    /** Of the reports without danger. */
    Interval falseAlarmShare() {
        return byWriter.of(counts -> sum(counts, this::falseAlarm) / sum(counts, this::harmless));
    }

    /** By how much a smaller share of the life threats is missed here than there. */
    Interval fewerMissedThan(Marked other) {
        return byWriter.of(
                counts -> (sum(counts, other::missed) - sum(counts, this::missed)) / sum(counts, this::threat));
    }

    /** By how much a smaller share of the reports without danger is a false alarm here than there. */
    Interval fewerFalseAlarmsThan(Marked other) {
        return byWriter.of(counts ->
                (sum(counts, other::falseAlarm) - sum(counts, this::falseAlarm)) / sum(counts, this::harmless));
    }

    /** Harmonic mean of precision and recall. */
    Interval f1(Indicator danger) {
        return byWriter.of(counts -> {
            double hits = sum(counts, i -> in(i, danger) && found.get(i).contains(danger));
            double all = sum(counts, i -> in(i, danger))
                    + sum(counts, i -> found.get(i).contains(danger));
            return 2 * hits / all;
        });
    }

    private boolean in(int report, Indicator danger) {
        return reports.get(report).dangers().contains(danger);
    }

    private static double sum(int[] counts, IntPredicate counted) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counted.test(i) ? counts[i] : 0;
        }
        return sum;
    }
}
