package id.tanggap.triage.audio;

import java.time.Duration;

/**
 * What was heard on the line so far.
 *
 * @param speech sound that rises and falls as speech does; crying, barking and music are counted here too
 * @param noise steady sound, such as an engine or a tone
 * @param silence nothing above the noise of a quiet line
 * @param missingChunks chunks that never came: what was in them is unknown, not silent
 */
public record Heard(Duration speech, Duration noise, Duration silence, long missingChunks) {

    public static final Heard NOTHING = new Heard(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    /** Time listened to without speech. */
    public Duration withoutSpeech() {
        return noise.plus(silence);
    }

    /** Time listened to. */
    public Duration total() {
        return withoutSpeech().plus(speech);
    }
}
