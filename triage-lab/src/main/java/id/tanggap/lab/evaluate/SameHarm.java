package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.ClusterBootstrap;
import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.table.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a judge's band saves if its threshold is as low as a share of genuine calls touched allows: judges whose likelihoods
 * mean different things can be compared so. The threshold is chosen on the calls themselves, to the advantage of all alike.
 */
final class SameHarm {
    private static final double[] PER_THOUSAND = {1, 5, 20};
    private static final int RESAMPLES = 200;
    private static final long SEED = 112;

    private final List<Watched> calls;
    private final int judge;
    private final List<Integer> genuine;

    private SameHarm(List<Watched> calls, int judge) {
        this.calls = calls;
        this.judge = judge;
        this.genuine = IntStream.range(0, calls.size())
                .filter(i -> calls.get(i).genuine())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -highest(calls.get(i))))
                .toList();
    }

    static List<String> lines(List<Watched> calls, List<String> judges) {
        List<String> lines = new ArrayList<>();
        lines.add("\nThe same at thresholds that touch at most so many genuine calls per 1,000: time saved");
        for (int judge = Evaluation.BY_LIKELIHOOD; judge < judges.size(); judge++) {
            SameHarm one = new SameHarm(calls, judge);
            lines.add(row(judges.get(judge), harm -> Table.percent(one.saved(harm, once(calls)))));
        }
        SameHarm additive = new SameHarm(calls, Evaluation.BY_LIKELIHOOD);
        SameHarm boosted = new SameHarm(calls, Evaluation.BOOSTED_BY_LIKELIHOOD);
        lines.add(row("boosted - trained, points", harm -> difference(calls, boosted, additive, harm)));
        return lines;
    }

    private interface Cell {
        String at(double perThousand);
    }

    private static String row(String name, Cell cell) {
        StringBuilder text = new StringBuilder(Finding.text("  %-26s", name));
        for (double harm : PER_THOUSAND) {
            text.append(Finding.text("  %2.0f: %-22s", harm, cell.at(harm)));
        }
        return text.toString().stripTrailing();
    }

    private static String difference(List<Watched> calls, SameHarm one, SameHarm other, double harm) {
        int[] callers = calls.stream().mapToInt(Watched::caller).toArray();
        Interval points = new ClusterBootstrap(callers, RESAMPLES, SEED)
                .of(counts -> 100 * (one.saved(harm, counts) - other.saved(harm, counts)));
        return Finding.text("%+.1f (%+.1f to %+.1f)", points.estimate(), points.low(), points.high());
    }

    /** Share of the hoaxes' time, each call counted so often. */
    double saved(double perThousand, int[] counts) {
        float threshold = threshold(perThousand, counts);
        double all = 0;
        double saved = 0;
        for (int i = 0; i < counts.length; i++) {
            Watched call = calls.get(i);
            if (counts[i] > 0 && call.kind().hoax()) {
                int talk = call.ms()[call.ms().length - 1];
                all += (double) counts[i] * talk;
                saved += (double) counts[i] * Math.max(0, talk - first(call, threshold));
            }
        }
        return all == 0 ? 0 : saved / all;
    }

    /** Above the likelihood of the first genuine call that would be one too many. */
    private float threshold(double perThousand, int[] counts) {
        long all = genuine.stream().mapToLong(i -> counts[i]).sum();
        double left = all * perThousand / 1_000;
        for (int i : genuine) {
            left -= counts[i];
            if (left < 0) {
                return Math.nextUp(highest(calls.get(i)));
            }
        }
        return 0;
    }

    private int first(Watched call, float threshold) {
        for (int i = 0; i < call.ms().length; i++) {
            if (call.lowest()[judge][i] >= threshold) {
                return call.ms()[i];
            }
        }
        return Watched.NEVER;
    }

    private float highest(Watched call) {
        float highest = Watched.KEPT_OUT;
        for (float likelihood : call.lowest()[judge]) {
            highest = Math.max(highest, likelihood);
        }
        return highest;
    }

    private static int[] once(List<Watched> calls) {
        return calls.stream().mapToInt(each -> 1).toArray();
    }
}
