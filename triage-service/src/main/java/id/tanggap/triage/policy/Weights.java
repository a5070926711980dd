package id.tanggap.triage.policy;

import java.time.Duration;

/**
 * Every number of the policy, each with its source. Contributions are natural log-odds, positive towards a hoax.
 *
 * <p>Where no public figure exists the number is a judgement, kept small and marked as one; learning from this centre's
 * own dispositions replaces them later.
 */
final class Weights {

    private Weights() {}

    /** Jepara, 20-21 May 2025: 75 of 89 calls were fake (0.84). Purworejo 2022-24: 2,317 of 2,802 (0.83) agrees. */
    static final double BASE_RATE = Math.log(75.0 / 14);

    /**
     * Of 100 silent calls that reach the United Kingdom's prompt about one answers it in distress (50 of 5,000 a day), so
     * silence alone never says more than 0.99.
     */
    static final double SILENCE_MOST = Math.log(99) - BASE_RATE;

    /** Six tenths of silence. Judgement: Jepara's hoaxers let exhausts roar, but a roar may also hide a voice. */
    static final double NOISE_MOST = 0.6 * SILENCE_MOST;

    /** Judgement: one in fear needs a few seconds to begin. */
    static final Duration SILENCE_FROM = Duration.ofSeconds(4);

    /** Judgement: an operator has asked three times by then. */
    static final Duration SILENCE_FULL = Duration.ofSeconds(20);

    /** Less sound than this may be a detector's mistake; more than {@link #SPEECH_CERTAIN} hardly. From the measured clips. */
    static final Duration SPEECH_FROM = Duration.ofMillis(200);

    static final Duration SPEECH_CERTAIN = Duration.ofSeconds(1);

    /** Purworejo: with the silent calls set aside 1,147 pranks stand against 485 calls with a need, instead of 2,317. */
    static final double SPEECH = Math.log(1_147.0 / 485) - Math.log(2_317.0 / 485);

    /** Judgement: operators end a prank within half a minute; talk beyond that speaks for the caller. */
    static final Duration TALK_FROM = Duration.ofSeconds(30);

    static final Duration TALK_FULL = Duration.ofSeconds(120);
    static final double TALK = -1.0;

    /** Weak on purpose: phones without SIM and victims of violence withhold their number too. Judgement. */
    static final double WITHHELD = 0.2;

    /** Jakarta 2024: 58% of all calls are dropped before the answer, genuine ones among them. Judgement. */
    static final double ABANDONED = 0.2;

    static final double HUNG_UP_EARLY = 0.2;
    static final Duration EARLY = Duration.ofSeconds(5);

    /** A past hoax adds this, and all of them together {@link #PAST_HOAXES_MOST}: history alone stays below the hoax band. */
    static final double PAST_HOAX = 0.25;

    static final double PAST_HOAXES_MOST = 0.5;
    static final double PAST_GENUINE = -0.5;
    static final double PAST_GENUINE_MOST = -1.5;

    /** Operators listened themselves. Judgement: about 1 error in 30 for a prank, 1 in 10 for silence. */
    static final double OPERATOR_PRANK = 3.4;

    static final double OPERATOR_GHOST = 2.2;
    static final double OPERATOR_TEST = 1.0;
    static final double OPERATOR_INFORMATION = -3.0;
    static final double OPERATOR_NORMAL = -4.0;

    /** An operator was convinced enough to write it down. Judgement. */
    static final double REPORT = -3.0;

    static final double LIFE_THREAT = -5.0;
    static final double KEY_PRESSED = -1.0;
    static final double SILENT_SOLUTION = -5.0;

    /** Invariant: a genuine caller is never silenced. A life threat, NORMAL or 55 holds the likelihood at or below this. */
    static final double GENUINE_CEILING = 0.05;

    /** Held to this, a call cannot enter the band of likely hoaxes (0.9). */
    static final double NEVER_HOAX_CEILING = 0.85;

    /** Sure enough of a silent caller's hoax to need no call-back, if the caller's past agrees. Judgement. */
    static final double CONFIDENT_FROM = 0.97;

    /** Decayed past hoaxes of one who makes a habit of it: two pranks or three silent calls of these days. Judgement. */
    static final double REPEATED = 1.5;
}
