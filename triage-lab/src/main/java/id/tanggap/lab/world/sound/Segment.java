package id.tanggap.lab.world.sound;

/**
 * One sound for a while; segments of different sounds may overlap, those of one sound do not.
 *
 * @param startMs since the answer
 * @param levelDb dBFS; clear speech is near -24, a whisper near -42
 * @param key the DTMF digit, {@code 0} for other sounds
 */
public record Segment(Sound sound, int startMs, int lengthMs, float levelDb, char key) {
    public int endMs() {
        return startMs + lengthMs;
    }
}
