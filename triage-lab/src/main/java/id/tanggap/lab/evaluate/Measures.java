package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.AdvisedCall;
import id.tanggap.lab.statistics.Calibration;
import id.tanggap.lab.statistics.ClusterBootstrap;
import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.statistics.OperatorTime;
import id.tanggap.lab.statistics.Predictions;
import id.tanggap.lab.world.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The arithmetic of the table. */
final class Measures {
    /** From here on a call is in the band of likely hoaxes, part of triage's published contract. */
    static final double LOWEST_FROM = 0.9;

    static final double SILENT_PRECISION = 0.95;

    /** An operator who knew would need so long to say so. Judgement. */
    private static final Duration FORESIGHT = Duration.ofSeconds(5);

    /** Few, since a table must be quick; the ends of an interval are good to about a tenth of its width. */
    private static final int RESAMPLES = 200;

    private static final long SEED = 112;

    private Measures() {}

    static long count(List<Watched> calls, Predicate<Watched> which) {
        return calls.stream().filter(which).count();
    }

    /** What the band alone saves. */
    static OperatorTime time(List<Watched> calls, int judge, double threshold) {
        return time(calls, judge, threshold, false);
    }

    /** What the band saves, and beside it the hand-over of silent lines if that is followed, too. */
    static OperatorTime time(List<Watched> calls, int judge, double threshold, boolean handedOver) {
        return OperatorTime.of(calls.stream()
                .map(call -> call.advised(judge, threshold, handedOver))
                .toList());
    }

    /**
     * What is said and what is so at 3, 5, 10 s and the end; trials are left out, since triage's model knows no such
     * answer.
     */
    static Predictions predictions(List<Watched> calls, int judge) {
        List<Watched> counted =
                calls.stream().filter(call -> call.kind() != Kind.TEST).toList();
        int size = counted.stream().mapToInt(Measures::milestones).sum();
        double[] probability = new double[size];
        boolean[] actual = new boolean[size];
        int[] caller = new int[size];
        int at = 0;
        for (Watched call : counted) {
            for (int i = 0; i < call.ms().length; i++) {
                if (call.milestone()[i]) {
                    probability[at] = call.hoax()[judge][i];
                    caller[at] = call.caller();
                    actual[at++] = call.kind().hoax();
                }
            }
        }
        return new Predictions(probability, actual, caller);
    }

    /** Expected calibration error in 15 bins, its interval by callers. */
    static Interval ece(List<Watched> calls, int judge) {
        Predictions predictions = predictions(calls, judge);
        return new ClusterBootstrap(predictions.cluster(), RESAMPLES, SEED).of(new Calibration(predictions)::ece);
    }

    /** Of the time of hoaxes, what one who knew all could save from 5 s after the answer. */
    static double foresight(List<Watched> calls, Predicate<Watched> which) {
        return OperatorTime.of(calls.stream()
                        .map(call -> new AdvisedCall(
                                call.kind().hoax(),
                                call.genuine(),
                                call.talk(),
                                which.test(call) ? left(call.talk()) : Duration.ZERO,
                                which.test(call)))
                        .toList())
                .savedShare();
    }

    private static Duration left(Duration talk) {
        return talk.compareTo(FORESIGHT) > 0 ? talk.minus(FORESIGHT) : Duration.ZERO;
    }

    /** The most that a judge saves at any threshold at which it touches no more genuine calls than that. */
    static double bestSaving(List<Watched> calls, int judge, double recall) {
        return calls.stream()
                .flatMapToDouble(call -> IntStream.range(0, call.ms().length).mapToDouble(i -> call.hoax()[judge][i]))
                .distinct()
                .mapToObj(threshold -> time(calls, judge, threshold))
                .filter(time -> time.genuineRecall() >= recall)
                .mapToDouble(OperatorTime::savedShare)
                .max()
                .orElse(0);
    }

    /** The lowest likelihood of silence, in hundredths, at which 95% of those that reach it are silent; above 1 if none. */
    static double silentThreshold(List<Watched> calls, int judge) {
        return IntStream.rangeClosed(30, 100)
                .mapToDouble(hundredths -> hundredths / 100.0)
                .filter(threshold -> silentPrecision(calls, judge, threshold) >= SILENT_PRECISION)
                .findFirst()
                .orElse(2);
    }

    static double silentPrecision(List<Watched> calls, int judge, double threshold) {
        long all = count(calls, call -> silentFrom(call, judge, threshold) != Watched.NEVER);
        long right =
                count(calls, call -> call.kind() == Kind.GHOST && silentFrom(call, judge, threshold) != Watched.NEVER);
        return all == 0 ? 0 : (double) right / all;
    }

    /** Seconds after the answer; infinite if most silent calls end before they are known as such. */
    static double silentMedian(List<Watched> calls, int judge, double threshold) {
        int[] known = calls.stream()
                .filter(call -> call.kind() == Kind.GHOST)
                .mapToInt(call -> silentFrom(call, judge, threshold))
                .sorted()
                .toArray();
        int median = known.length == 0 ? Watched.NEVER : known[(known.length - 1) / 2];
        return median == Watched.NEVER ? Double.POSITIVE_INFINITY : median / 1_000.0;
    }

    /** The highest likelihood of silence, in hundredths, that half of the silent calls reach in time; 0 if none. */
    static double thresholdInTime(List<Watched> calls, int judge, double seconds) {
        return IntStream.rangeClosed(1, 100)
                .map(each -> 101 - each)
                .mapToDouble(hundredths -> hundredths / 100.0)
                .filter(threshold -> silentMedian(calls, judge, threshold) <= seconds)
                .findFirst()
                .orElse(0);
    }

    private static int silentFrom(Watched call, int judge, double threshold) {
        return Watched.reaches(call.ghost()[judge], call.ms(), threshold, 0);
    }

    private static int milestones(Watched call) {
        return (int) IntStream.range(0, call.milestone().length)
                .filter(i -> call.milestone()[i])
                .count();
    }
}
