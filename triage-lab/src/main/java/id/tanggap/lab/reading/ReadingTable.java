package id.tanggap.lab.reading;

import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import id.tanggap.triage.policy.Indicator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How well one reader finds the dangers in reports. */
final class ReadingTable {
    private final Marked marked;
    private final String of;

    /** {@code of}: whose figures they are, before each code. */
    ReadingTable(String of, Marked marked) {
        this.of = of;
        this.marked = marked;
    }

    List<Finding> shares() {
        return List.of(
                share(
                        "missed",
                        "life threats in which no danger is found",
                        marked.missedShare(),
                        marked.which(marked::missed).length,
                        marked.which(marked::threat).length,
                        Goal.ZERO),
                share(
                        "false",
                        "reports without danger in which one is found",
                        marked.falseAlarmShare(),
                        marked.which(marked::falseAlarm).length,
                        marked.which(marked::harmless).length,
                        Goal.NONE));
    }

    List<Finding> byDanger() {
        List<Finding> findings = new ArrayList<>();
        // A model that says danger says no kind of it.
        for (Indicator danger : EnumSet.complementOf(EnumSet.of(Indicator.WORDING))) {
            Interval f1 = marked.f1(danger);
            String name = danger.name().toLowerCase(Locale.ROOT).replace('_', '-');
            findings.add(Finding.of(
                    of + "-f1-" + name,
                    "F1, " + name.replace('-', ' '),
                    f1.estimate(),
                    Finding.text("%.2f (%.2f to %.2f)", f1.estimate(), f1.low(), f1.high()),
                    Goal.NONE));
        }
        return findings;
    }

    List<Finding> byFamily() {
        return IntStream.of(marked.which(i -> true))
                .mapToObj(i -> marked.report(i).family())
                .distinct()
                .sorted()
                .map(this::family)
                .toList();
    }

    private Finding family(String family) {
        int[] those = marked.which(i -> marked.report(i).family().equals(family));
        long harmless = IntStream.of(those).filter(marked::harmless).count();
        long unfound = IntStream.of(those)
                .filter(i -> !marked.harmless(i) && marked.nothing(i))
                .count();
        long wrong = IntStream.of(those).filter(marked::falseAlarm).count();
        return Finding.of(
                of + "-" + family,
                "family: " + family,
                (double) (unfound + wrong) / those.length,
                Stream.of(
                                part(unfound, those.length - harmless, "dangers unfound"),
                                part(wrong, harmless, "false alarms"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                Goal.NONE);
    }

    private static String part(long hits, long all, String what) {
        return all == 0 ? "" : Finding.text("%d of %d %s", hits, all, what);
    }

    private Finding share(String code, String measure, Interval share, int hits, int all, Goal goal) {
        return Finding.of(
                of + "-" + code,
                measure,
                share.estimate(),
                Finding.text(
                        "%d of %d, %.1f%% (%.1f to %.1f%%)",
                        hits, all, 100 * share.estimate(), 100 * share.low(), 100 * share.high()),
                goal);
    }
}
