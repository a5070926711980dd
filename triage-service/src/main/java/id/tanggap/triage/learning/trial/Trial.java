package id.tanggap.triage.learning.trial;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.policy.Band;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Compares a challenger with the champion on calls that both scored before anyone knew what they were. Only such calls
 * count: on those that it was trained on a challenger would look better than it is.
 */
public final class Trial {

    /** Fewer genuine calls tell nothing of missing them: of 50 without a miss the rate may still be 7%. Judgement. */
    static final int LEAST_GENUINE = 50;

    private static final int DRAWS = 2_000;

    private Trial() {}

    public static Verdict of(List<Scored> rows) {
        Set<String> genuine = rows.stream()
                .filter(row -> row.label() == Label.GENUINE)
                .map(Scored::callId)
                .collect(Collectors.toSet());
        Set<String> missedBefore = missed(rows, Scored::champion);
        Set<String> missedNow = missed(rows, Scored::challenger);
        Showing champion = showing(rows, genuine.size(), missedBefore.size(), Scored::champion);
        Showing challenger = showing(rows, genuine.size(), missedNow.size(), Scored::challenger);
        int calls = (int) rows.stream().map(Scored::callId).distinct().count();
        return new Verdict(
                reason(genuine.size(), champion, challenger),
                calls,
                genuine.size(),
                champion,
                challenger,
                difference(genuine.size(), without(missedNow, missedBefore), without(missedBefore, missedNow)));
    }

    private static Verdict.Reason reason(int genuine, Showing champion, Showing challenger) {
        if (genuine < LEAST_GENUINE) {
            return Verdict.Reason.TOO_FEW_GENUINE_CALLS;
        }
        if (challenger.missed() > champion.missed()) {
            return Verdict.Reason.MISSES_MORE;
        }
        // The first alone would let a model win that calls everything by the base rate: calibrated, and of no use.
        boolean better = challenger.calibration().ece() < champion.calibration().ece()
                && challenger.calibration().brier() <= champion.calibration().brier();
        return better ? Verdict.Reason.BETTER : Verdict.Reason.NOT_BETTER_CALIBRATED;
    }

    private static Set<String> missed(List<Scored> rows, ToDoubleFunction<Scored> likelihood) {
        return rows.stream()
                .filter(row ->
                        row.label() == Label.GENUINE && Band.of(likelihood.applyAsDouble(row)) == Band.LIKELY_HOAX)
                .map(Scored::callId)
                .collect(Collectors.toSet());
    }

    private static Showing showing(List<Scored> rows, int genuine, int missed, ToDoubleFunction<Scored> likelihood) {
        boolean[] hoax = new boolean[rows.size()];
        for (int i = 0; i < hoax.length; i++) {
            hoax[i] = rows.get(i).label().hoax();
        }
        return new Showing(
                missed,
                Interval.of(missed, genuine),
                Calibration.of(rows.stream().mapToDouble(likelihood).toArray(), hoax));
    }

    private static int without(Set<String> these, Set<String> those) {
        Set<String> rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest.size();
    }

    /** Paired bootstrap over genuine calls of the challenger's miss rate less the champion's; the same on each run. */
    private static Interval difference(int genuine, int onlyNow, int onlyBefore) {
        if (genuine == 0) {
            return new Interval(0, -1, 1);
        }
        Random random = new Random(112);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int balance = 0;
            for (int i = 0; i < genuine; i++) {
                int call = random.nextInt(genuine);
                balance += call < onlyNow ? 1 : call < onlyNow + onlyBefore ? -1 : 0;
            }
            draws[draw] = (double) balance / genuine;
        }
        Arrays.sort(draws);
        return new Interval(
                (double) (onlyNow - onlyBefore) / genuine, draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40]);
    }
}
