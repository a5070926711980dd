package id.tanggap.lab.hearing;

import id.tanggap.triage.audio.AudioEncoding;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Plays sounds to triage's own listener as a call would bring them, in chunks of 250 ms. */
final class Line {
    static final int CHUNK = 2_000;

    /** Speech from which a call of five seconds counts as spoken in: fixed before measuring, as a policy would. */
    private static final Duration SPOKEN = Duration.ofMillis(300);

    /** Of a covered voice, likewise. */
    private static final Duration COVERED = Duration.ofMillis(1_500);

    /** Crying or siren from which it counts as evidence: two half seconds. */
    private static final Duration EVIDENCE = Duration.ofMillis(1_000);

    private final LineListener listener;

    /** By the array itself: the same clip is asked for by many measures. */
    private final Map<short[], Heard> heard = new IdentityHashMap<>();

    Line(LineListener listener) {
        this.listener = listener;
    }

    Heard hear(short[] sound) {
        return heard.computeIfAbsent(sound, this::listen);
    }

    private Heard listen(short[] sound) {
        Listening call = listener.resume(ListeningState.START);
        listener.hear(chunks(sound).stream()
                .map(chunk -> new LineListener.Turn(call, chunk, true))
                .toList());
        return call.heard();
    }

    static List<Chunk> chunks(short[] sound) {
        List<Chunk> chunks = new ArrayList<>();
        for (int start = 0; start < sound.length; start += CHUNK) {
            byte[] data = Signal.l16(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + CHUNK)));
            chunks.add(new Chunk(chunks.size(), AudioEncoding.L16, data));
        }
        return chunks;
    }

    /** Of the time listened, 0 to 1. */
    double speech(short[] sound) {
        Heard heard = hear(sound);
        return seconds(heard.speech()) / Math.max(1e-9, seconds(heard.total()));
    }

    /** The same with the time in which a voice may be covered by another sound. */
    double voice(short[] sound) {
        Heard heard = hear(sound);
        return speech(sound) + seconds(heard.covered()) / Math.max(1e-9, seconds(heard.total()));
    }

    /** The engine's share of the time in which there is sound; under half a second of sound says little. */
    double engine(short[] sound) {
        Heard heard = hear(sound);
        double sounding = Math.max(0.5, seconds(heard.total().minus(heard.silence())));
        return Math.min(1, seconds(heard.engine()) / sounding);
    }

    boolean spokenIn(short[] sound) {
        return hear(sound).speech().compareTo(SPOKEN) >= 0;
    }

    boolean coveredIn(short[] sound) {
        return hear(sound).covered().compareTo(COVERED) >= 0;
    }

    boolean inDistress(short[] sound) {
        return hear(sound).distress().compareTo(EVIDENCE) >= 0;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
