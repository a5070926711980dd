package id.tanggap.triage.learning.trial;

import java.util.Locale;

/**
 * Whether a challenger may take the champion's place, and the figures that say so.
 *
 * @param calls that both scored live and that are labelled
 * @param genuine those among them with an emergency
 * @param difference the challenger's miss rate less the champion's, on the same calls
 */
public record Verdict(
        Reason reason, int calls, int genuine, Showing champion, Showing challenger, Interval difference) {

    /** Why it may or may not. */
    public enum Reason {
        BETTER,
        TOO_FEW_GENUINE_CALLS,
        MISSES_MORE,
        NOT_BETTER_CALIBRATED
    }

    public boolean promotes() {
        return reason == Reason.BETTER;
    }

    /** In one sentence, with the intervals. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: of %d genuine calls the challenger misses %d (95%% interval %.4f to %.4f), the champion %d"
                        + " (%.4f to %.4f), difference %.4f (%.4f to %.4f); calibration error %.4f against %.4f,"
                        + " Brier score %.4f against %.4f, on %d calls that both scored live.",
                reason,
                genuine,
                challenger.missed(),
                challenger.missRate().low(),
                challenger.missRate().high(),
                champion.missed(),
                champion.missRate().low(),
                champion.missRate().high(),
                difference.share(),
                difference.low(),
                difference.high(),
                challenger.calibration().ece(),
                champion.calibration().ece(),
                challenger.calibration().brier(),
                champion.calibration().brier(),
                calls);
    }
}
