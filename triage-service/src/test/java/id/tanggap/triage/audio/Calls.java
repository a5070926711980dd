package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Cuts sound into chunks and listens to it, for tests. */
final class Calls {

    private Calls() {}

    static List<Chunk> chunks(short[] sound, int samples) {
        List<Chunk> chunks = new ArrayList<>();
        for (int start = 0; start < sound.length; start += samples) {
            byte[] data = Sounds.l16(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + samples)));
            chunks.add(new Chunk(chunks.size(), AudioEncoding.L16, data));
        }
        return chunks;
    }

    static Heard hear(LineListener listener, short[] sound) {
        Listening call = listener.resume(ListeningState.START);
        chunks(sound, 2_000).forEach(chunk -> listener.hear(call, chunk, true));
        return call.heard();
    }

    static void assertNear(Heard expected, Heard actual, Duration within) {
        List<Function<Heard, Duration>> times = List.of(
                Heard::speech, Heard::engine, Heard::other, Heard::silence, Heard::covered, Heard::longestSilence);
        for (Function<Heard, Duration> time : times) {
            assertEquals(
                    time.apply(expected).toMillis(),
                    time.apply(actual).toMillis(),
                    within.toMillis(),
                    () -> expected + "\n" + actual);
        }
        assertEquals(expected.firstSpeech(), actual.firstSpeech());
        assertEquals(expected.keys(), actual.keys());
        assertEquals(expected.taps(), actual.taps());
        assertEquals(expected.level(), actual.level(), 0.01);
    }
}
