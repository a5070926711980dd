package id.tanggap.triage.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * What was heard on the line so far; speech, engine, other and silence add up to the time listened to.
 *
 * @param speech somebody speaks
 * @param engine exhaust, engine or steady machine noise without speech
 * @param other any other sound without speech
 * @param silence nothing above a quiet line
 * @param distress crying or a siren, wherever it falls: overlaps the four above
 * @param covered a voice may be under an engine or another sound: expected time of it, part of engine and other
 * @param firstSpeech from the beginning of the sound to the first speech, empty while there is none
 * @param longestSilence longest stretch without speech so far, the running one included
 * @param keys DTMF digits heard in the sound itself, in order, at most {@value #MOST_KEYS}
 * @param taps knocks and taps heard as deliberate groups
 * @param level mean level of what was listened to in dBFS, {@value #LOWEST_LEVEL} at the lowest
 * @param missingChunks chunks that never came: what was in them is unknown, not silent
 */
public record Heard(
        Duration speech,
        Duration engine,
        Duration other,
        Duration silence,
        Duration distress,
        Duration covered,
        Optional<Duration> firstSpeech,
        Duration longestSilence,
        String keys,
        int taps,
        double level,
        long missingChunks) {

    public static final int MOST_KEYS = 32;

    public static final double LOWEST_LEVEL = -90;

    public static final Heard NOTHING = new Heard(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            Duration.ZERO,
            "",
            0,
            LOWEST_LEVEL,
            0);

    /** Sound without speech. */
    public Duration noise() {
        return engine.plus(other);
    }

    /** Share of the sound without speech in which a voice may be covered, 0 to 1. */
    public double coveredShare() {
        return noise().isZero() ? 0 : Math.min(1, (double) covered.toNanos() / noise().toNanos());
    }

    /** Time listened to without speech. */
    public Duration withoutSpeech() {
        return noise().plus(silence);
    }

    /** Time listened to. */
    public Duration total() {
        return withoutSpeech().plus(speech);
    }
}
