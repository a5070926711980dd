package id.tanggap.triage.silent.policy;

import java.time.Duration;

/**
 * How long the procedure waits, and how much it takes to count; the usual values and their sources are in {@link Usual}.
 */
public record Timing(
        Duration silence,
        Duration promptWait,
        Duration listen,
        Duration callBackGap,
        Duration callBackWait,
        Duration grace,
        Duration lost,
        Duration spoke,
        Duration speech,
        Duration distress) {

    /** What holds unless a centre configures otherwise. */
    public static final Timing USUAL = new Timing(
            Duration.parse(Usual.SILENCE),
            Duration.parse(Usual.PROMPT_WAIT),
            Duration.parse(Usual.LISTEN),
            Duration.parse(Usual.CALL_BACK_GAP),
            Duration.parse(Usual.CALL_BACK_WAIT),
            Duration.parse(Usual.GRACE),
            Duration.parse(Usual.LOST),
            Duration.parse(Usual.SPOKE),
            Duration.parse(Usual.SPEECH),
            Duration.parse(Usual.DISTRESS));
}
