package id.tanggap.triage.audio;

import java.time.Duration;

/**
 * A piece of the line's sound: {@code seq} counts from 0 in the order in which it was recorded.
 *
 * @throws IllegalArgumentException if the number is negative, or the data is a whole file instead of bare samples, or longer
 *     than a minute
 */
public record Chunk(long seq, AudioEncoding encoding, byte[] data) {

    /** One minute of 16-bit samples: a longer piece is a recording, not a line that is heard live. */
    static final int MOST_BYTES = 60 * Ear.RATE * 2;

    private static final String FILE = "RIFF";

    public Chunk {
        if (seq < 0) {
            throw new IllegalArgumentException("chunk number " + seq + " is negative");
        }
        if (data.length > MOST_BYTES) {
            throw new IllegalArgumentException("a chunk of " + data.length + " bytes is longer than a minute");
        }
        // A header heard as samples would be a click, and its rate and channels might be any.
        if (isFile(data)) {
            throw new IllegalArgumentException("a WAV file instead of bare samples");
        }
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.ofMillis(encoding.samples(data.length) * 1_000L / Ear.RATE);
    }

    /**
     * The samples.
     *
     * @throws IllegalArgumentException if one is cut in two
     */
    short[] samples() {
        return encoding.decode(data);
    }

    private static boolean isFile(byte[] data) {
        for (int i = 0; i < FILE.length(); i++) {
            if (data.length <= i || data[i] != FILE.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
