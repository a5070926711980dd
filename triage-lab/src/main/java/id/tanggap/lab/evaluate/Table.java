package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.statistics.OperatorTime;
import id.tanggap.lab.statistics.Proportion;
import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of issue 3's table that concern behaviour, for one judge; a goal that was missed stays in it. */
final class Table {
    /** Seconds; the goal of issue 3. */
    private static final double SILENT_KNOWN_WITHIN = 6;

    private final Evaluation.Sets sets;
    private final List<Watched> other;
    private final int judges;
    private final double lowestFrom;

    /** With the lowest band from this likelihood on; triage's own is {@link Measures#LOWEST_FROM}. */
    Table(Evaluation.Sets sets, int judges, double lowestFrom) {
        this.lowestFrom = lowestFrom;
        this.sets = sets;
        this.other = sets.other();
        this.judges = judges;
    }

    List<Finding> rows(int judge) {
        OperatorTime time = Measures.time(other, judge, lowestFrom, true);
        OperatorTime band = Measures.time(other, judge, lowestFrom);
        return List.of(
                genuine(judge),
                none(
                        "life-threat-lowest",
                        "life-threat calls in the lowest band at any moment",
                        Measures.count(other, call -> call.genuine() && call.lifeThreat() && lowest(call, judge)),
                        Measures.count(other, call -> call.genuine() && call.lifeThreat())),
                none(
                        "sign-lowest",
                        "cannot speak but press or tap: in the lowest band at any moment",
                        Measures.count(other, call -> signs(call) && lowest(call, judge)),
                        Measures.count(other, Table::signs)),
                none(
                        "after-sign-lowest",
                        "the same, at a moment after the key or tap",
                        Measures.count(other, call -> call.lowestAfterSign(judge, lowestFrom) != Watched.NEVER),
                        Measures.count(other, Table::signs)),
                Finding.of(
                        "time-saved",
                        "operator time spent on hoaxes saved if the advice is followed",
                        time.savedShare(),
                        Finding.text(
                                "%s (%s by the band alone); at home %s",
                                percent(time.savedShare()),
                                percent(band.savedShare()),
                                percent(Measures.time(sets.later(), judge, lowestFrom, true)
                                        .savedShare())),
                        Goal.atLeast(0.6, "60%")),
                ece("ece-trained", "calibration error, trained centre, later period", sets.later(), judge, 0.02, ""),
                ece("ece-other", "calibration error, other centre", other, judge, 0.05, asItCame(judge)),
                silent(judge),
                baseline(judge, time));
    }

    private Finding genuine(int judge) {
        long all = Measures.count(other, Watched::genuine);
        long hits = Measures.count(other, call -> call.genuine() && lowest(call, judge));
        Interval share = Proportion.clopperPearson(hits, Math.max(1, all));
        return Finding.of(
                "genuine-lowest",
                "genuine calls in the lowest band at any moment, per 1,000",
                1_000 * share.estimate(),
                Finding.text(
                        "%.2f (%.2f to %.2f; %d of %,d)",
                        1_000 * share.estimate(), 1_000 * share.low(), 1_000 * share.high(), hits, all),
                Goal.atMost(1, "1"));
    }

    private static Finding none(String code, String measure, long hits, long all) {
        Interval share = Proportion.clopperPearson(hits, Math.max(1, all));
        return Finding.of(
                code,
                measure,
                hits,
                Finding.text("%d of %,d (up to %.1f%%)", hits, all, 100 * share.high()),
                Goal.ZERO);
    }

    private static Finding ece(
            String code, String measure, List<Watched> calls, int judge, double goal, String beside) {
        Interval ece = Measures.ece(calls, judge);
        String shown = Finding.text("%.4f (%.4f to %.4f)", ece.estimate(), ece.low(), ece.high());
        return Finding.of(
                code,
                measure + " (ECE, 15 bins)",
                ece.estimate(),
                shown + beside,
                Goal.atMost(goal, Finding.text("%.2f", goal)));
    }

    private String asItCame(int judge) {
        return judge == Evaluation.TRAINED
                ? Finding.text(
                        "; as it came %.4f",
                        Measures.ece(other, Evaluation.AS_IT_CAME).estimate())
                : "";
    }

    /** The threshold is chosen on the period that was learnt from, so the precision elsewhere may differ. */
    private Finding silent(int judge) {
        double threshold = Measures.silentThreshold(sets.learnt(), judge);
        double median = Measures.silentMedian(other, judge, threshold);
        double precision = Measures.silentPrecision(other, judge, threshold);
        double inTime = Measures.thresholdInTime(sets.learnt(), judge, SILENT_KNOWN_WITHIN);
        String known = Double.isInfinite(median) ? "most end before" : Finding.text("%.1f s", median);
        return new Finding(
                "silent-known",
                "seconds until a silent call is known with 95% precision, median",
                median,
                Finding.text(
                        "%s (precision %.1f%%; %.1f%% if by 6 s)",
                        known, 100 * precision, 100 * Measures.silentPrecision(other, judge, inTime)),
                "<= 6, precision >= 95%",
                median <= SILENT_KNOWN_WITHIN && precision >= Measures.SILENT_PRECISION);
    }

    private Finding baseline(int judge, OperatorTime time) {
        double best = IntStream.range(Evaluation.FIRST_RULE, judges)
                .mapToDouble(rule -> Measures.bestSaving(other, rule, time.genuineRecall()))
                .max()
                .orElse(0);
        double ratio = best == 0 ? (time.savedShare() > 0 ? Double.POSITIVE_INFINITY : 0) : time.savedShare() / best;
        return Finding.of(
                "times-baseline",
                "operator time saved against the best simple rule at the same genuine recall",
                ratio,
                Double.isInfinite(ratio)
                        ? Finding.text("%s against nothing", percent(time.savedShare()))
                        : Finding.text("%.2f times (%s against %s)", ratio, percent(time.savedShare()), percent(best)),
                Goal.atLeast(2, "2 times"));
    }

    private static boolean signs(Watched call) {
        return call.signMs() != Watched.NEVER;
    }

    private boolean lowest(Watched call, int judge) {
        return call.lowest(judge, lowestFrom) != Watched.NEVER;
    }

    static String percent(double share) {
        return Finding.text("%.1f%%", 100 * share);
    }
}
