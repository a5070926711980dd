package id.tanggap.triage.caller;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Forgets a caller's past exponentially, so that nothing is held against a number for ever.
 *
 * <p>Half-life 7 days, a judgement between two practices: Purworejo blocks the number of a silent caller for 24 hours, and
 * Jepara's hoaxes came in a wave of four days. After four weeks a prank weighs a sixteenth.
 */
public final class Decay {

    public static final Duration HALF_LIFE = Duration.ofDays(7);

    /** Beyond this a past call weighs less than one in two hundred and is not read any more. */
    public static final Duration HORIZON = Duration.ofDays(56);

    private Decay() {}

    /** The decayed record as of {@code now}; a call later than that counts as new. */
    public static CallerRecord of(List<PastCall> past, Instant now) {
        double[] sums = new double[Disposition.values().length];
        for (PastCall call : past) {
            sums[call.disposition().ordinal()] += weight(Duration.between(call.at(), now));
        }
        return new CallerRecord(
                true,
                sums[Disposition.GHOST.ordinal()],
                sums[Disposition.PRANK.ordinal()],
                sums[Disposition.TEST.ordinal()],
                sums[Disposition.INFORMATION.ordinal()],
                sums[Disposition.NORMAL.ordinal()],
                // Neither what agencies found nor calls without a disposition are remembered yet.
                0,
                0,
                0,
                0,
                0,
                false);
    }

    private static double weight(Duration age) {
        double halfLives = (double) age.toSeconds() / HALF_LIFE.toSeconds();
        return halfLives <= 0 ? 1 : Math.pow(0.5, halfLives);
    }
}
