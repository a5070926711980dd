package id.tanggap.triage.policy;

import java.time.Duration;

/** Every number of the rules, each with its source; likelihoods are of a hoax, contributions natural log-odds. */
final class Limits {

    private Limits() {}

    /** Invariant: a genuine caller is never silenced. A life threat, NORMAL or 55 holds the likelihood at or below this. */
    static final double GENUINE = 0.05;

    /** Held to this, a call is in the band of genuine ones (below 0.3). */
    static final double SERIOUS = 0.25;

    /** Held to this, a call cannot enter the band of likely hoaxes (0.9). */
    static final double NEVER_HOAX = 0.85;

    /**
     * Of 100 silent calls that reach the United Kingdom's prompt about one answers it in distress (50 of 5,000 a day), so
     * a machine alone never says more than this.
     */
    static final double MACHINE = 0.99;

    /** Operators listened themselves. Judgement: about 1 error in 30 for a prank, 1 in 10 for silence. */
    static final double OPERATOR_PRANK = 3.4;

    static final double OPERATOR_GHOST = 2.2;
    static final double OPERATOR_TEST = 1.0;
    static final double OPERATOR_INFORMATION = -3.0;

    /** An operator seldom confuses silence with play, or a question with an emergency. Judgement. */
    static final double OPERATOR_TELLS_APART = 4.0;

    /** Judgement: one in fear needs a few seconds to begin; until then nothing speaks for a hoax. */
    static final Duration SILENCE_FROM = Duration.ofSeconds(4);

    /** Silence this long is silence, not hesitation. Judgement: an operator has asked two or three times by then. */
    static final Duration SILENCE_CERTAIN = Duration.ofSeconds(12);

    /** The silent-call procedure's 5 s until the prompt and 20 s of listening after it: until then no sign is no answer. */
    static final Duration HEARD_OUT = Duration.ofSeconds(25);

    /** Less sound than this may be a detector's mistake; from {@link #SPEECH_CERTAIN} on hardly. From the measured clips. */
    static final Duration SPEECH_FROM = Duration.ofMillis(200);

    static final Duration SPEECH_CERTAIN = Duration.ofSeconds(1);

    /** Crying or a siren for less than this may be a detector's mistake. Judgement. */
    static final Duration DISTRESS_FROM = Duration.ofSeconds(1);

    /**
     * A voice that an engine may cover: so long and in such a share of the sound it is suspected in three of four calls of
     * five seconds with a voice 10 dB under an engine, and in one of seven with an engine alone. From the measured clips.
     */
    static final Duration COVERED_FROM = Duration.ofMillis(1_500);

    static final double COVERED_SHARE = 0.3;

    /** Sure enough of a silent caller's hoax to need no call-back, if the caller's past agrees. Judgement. */
    static final double CONFIDENT_FROM = 0.97;

    /** Decayed past hoaxes of one who makes a habit of it, as from which on a restriction is proposed. Judgement. */
    static final double REPEATED = 2.5;
}
