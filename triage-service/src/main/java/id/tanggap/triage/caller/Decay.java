package id.tanggap.triage.caller;

import id.tanggap.triage.policy.CallerRecord;
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
        double hoaxes = 0;
        double genuine = 0;
        for (PastCall call : past) {
            double weight = weight(Duration.between(call.at(), now));
            switch (call.disposition()) {
                case PRANK -> hoaxes += weight;
                // Half: a pocket dials too, and a silent caller may be one who could not speak.
                case GHOST -> hoaxes += weight / 2;
                case NORMAL, INFORMATION -> genuine += weight;
                case TEST -> {} // a centre's own trial says nothing of the caller
            }
        }
        return new CallerRecord(hoaxes, genuine);
    }

    private static double weight(Duration age) {
        double halfLives = (double) age.toSeconds() / HALF_LIFE.toSeconds();
        return halfLives <= 0 ? 1 : Math.pow(0.5, halfLives);
    }
}
