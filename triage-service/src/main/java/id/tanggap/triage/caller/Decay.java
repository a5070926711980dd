package id.tanggap.triage.caller;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Forgets a caller's past exponentially, so that nothing is held against a number for ever.
 *
 * @param halfLife after which a past call weighs half
 */
public record Decay(Duration halfLife) {

    /** Then a past call weighs less than one in two hundred. */
    private static final int HALF_LIVES_READ = 8;

    /** What is older than this is not read any more. */
    public Duration horizon() {
        return halfLife.multipliedBy(HALF_LIVES_READ);
    }

    /** The decayed record of what operators said alone. */
    public CallerRecord of(List<PastCall> past, Instant now) {
        return of(past, CallRates.NONE, now);
    }

    /** The decayed record as of {@code now}; a call later than that counts as new. */
    public CallerRecord of(List<PastCall> past, CallRates rates, Instant now) {
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
                // What agencies found is not told yet.
                0,
                0,
                rates.lastHour(),
                rates.lastDay(),
                rates.abandonedShare(),
                past.isEmpty() && !rates.any());
    }

    private double weight(Duration age) {
        double halfLives = (double) age.toSeconds() / halfLife.toSeconds();
        return halfLives <= 0 ? 1 : Math.pow(0.5, halfLives);
    }
}
