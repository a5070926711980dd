package id.tanggap.triage.silent.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * All signs of life of a caller so far; each only grows.
 *
 * @param keys keys told by the gateway and keys heard; the same key may count twice, which errs towards the caller
 * @param taps deliberate knocks heard
 * @param distress time of crying or sirens heard
 * @param speech time of speech heard
 * @param answers call-backs at which the caller spoke or signalled
 */
public record Signals(int keys, int taps, Duration distress, Duration speech, int answers) {

    public static final Signals NONE = new Signals(0, 0, Duration.ZERO, Duration.ZERO, 0);

    /** What is new, but for speech, which may be the conversation with an operator. */
    Optional<Cause> newsSince(Signals before, Timing timing) {
        if (answers > before.answers) {
            return Optional.of(Cause.ANSWER_TO_CALL_BACK);
        }
        if (keys > before.keys) {
            return Optional.of(Cause.KEY);
        }
        if (taps > before.taps) {
            return Optional.of(Cause.TAP);
        }
        return isMore(distress, before.distress, timing.distress()) ? Optional.of(Cause.DISTRESS) : Optional.empty();
    }

    boolean speaksSince(Signals before, Duration atLeast) {
        return isMore(speech, before.speech, atLeast);
    }

    Signals withSpeech(Duration heard) {
        return new Signals(keys, taps, distress, heard, answers);
    }

    private static boolean isMore(Duration now, Duration before, Duration atLeast) {
        return now.minus(before).compareTo(atLeast) >= 0;
    }
}
