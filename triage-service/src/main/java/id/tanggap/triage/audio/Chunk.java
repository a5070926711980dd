package id.tanggap.triage.audio;

/** A piece of the line's sound: {@code seq} counts from 0 in the order in which it was recorded. */
public record Chunk(long seq, AudioEncoding encoding, byte[] data) {

    short[] samples() {
        return encoding.decode(data);
    }
}
