package id.tanggap.lab.hearing;

import id.tanggap.lab.statistics.Auroc;
import id.tanggap.lab.statistics.ClusterBootstrap;
import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.statistics.Predictions;
import id.tanggap.lab.statistics.Proportion;
import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Separations and shares as findings, with intervals at 95%: by recording where several sounds are made of one. */
final class Figures {
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 112;
    private static final String NO_CLIPS = "no such clips";

    private Figures() {}

    /** How often one of the positives scores, 0 to 1, above one of the negatives. */
    static Finding auroc(
            String code,
            String measure,
            Goal goal,
            List<Sounding> positives,
            List<Sounding> negatives,
            ToDoubleFunction<short[]> score) {
        if (positives.isEmpty() || negatives.isEmpty()) {
            return Finding.missing(code, measure, NO_CLIPS, goal.said());
        }
        List<Sounding> all =
                Stream.concat(positives.stream(), negatives.stream()).toList();
        double[] scores = all.stream().map(Sounding::sound).mapToDouble(score).toArray();
        boolean[] actual = new boolean[scores.length];
        Arrays.fill(actual, 0, positives.size(), true);
        int[] clips = all.stream().mapToInt(Sounding::clip).toArray();
        Interval area =
                new ClusterBootstrap(clips, RESAMPLES, SEED).of(new Auroc(new Predictions(scores, actual, clips)));
        String shown = Finding.text(
                "AUROC %.4f (%.4f to %.4f; %d : %d)",
                area.estimate(), area.low(), area.high(), positives.size(), negatives.size());
        return Finding.of(code, measure, area.estimate(), shown, goal);
    }

    /** Of sounds of which several are made of one recording. */
    static Finding share(String code, String measure, Goal goal, List<Sounding> sounds, boolean[] found) {
        if (sounds.isEmpty()) {
            return Finding.missing(code, measure, NO_CLIPS, goal.said());
        }
        int[] clips = sounds.stream().mapToInt(Sounding::clip).toArray();
        int hits = (int) IntStream.range(0, found.length).filter(i -> found[i]).count();
        Interval share = new ClusterBootstrap(clips, RESAMPLES, SEED).of(counts -> {
            double all = 0;
            double counted = 0;
            for (int i = 0; i < counts.length; i++) {
                all += counts[i];
                counted += found[i] ? counts[i] : 0;
            }
            return counted / all;
        });
        return finding(code, measure, goal, share, hits, found.length);
    }

    /** Of independent sounds. */
    static Finding share(String code, String measure, Goal goal, long hits, long of) {
        return of == 0
                ? Finding.missing(code, measure, NO_CLIPS, goal.said())
                : finding(code, measure, goal, Proportion.wilson(hits, of), hits, of);
    }

    private static Finding finding(String code, String measure, Goal goal, Interval share, long hits, long of) {
        String shown = Finding.text(
                "%d of %d, %.1f%% (%.1f to %.1f%%)",
                hits, of, 100 * share.estimate(), 100 * share.low(), 100 * share.high());
        return Finding.of(code, measure, share.estimate(), shown, goal);
    }
}
