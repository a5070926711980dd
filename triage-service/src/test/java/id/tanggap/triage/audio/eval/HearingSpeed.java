package id.tanggap.triage.audio.eval;

import id.tanggap.triage.audio.AudioEncoding;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import id.tanggap.triage.audio.SileroModel;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.audio.VoiceModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures in one run what a second of audio costs of one core's time: the bare voice model, and everything that is heard with it,
 * for one call and for many together. Each figure is the best of {@value #ROUNDS} rounds, alternating, so that what else
 * runs on the machine disturbs both alike.
 */
public final class HearingSpeed {

    private static final int ROUNDS = 9;
    private static final int SECONDS = 20;
    private static final int CHUNK = 2_000;
    private static final int CALLS = 500;

    /** Time on the core, not on the wall: what other processes take is not ours. The model runs on the calling thread. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private HearingSpeed() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        try (SileroModel model = SileroModel.load()) {
            LineListener listener = LineListener.with(model);
            compare(model, listener, 1);
            compare(model, listener, VoiceModel.MOST_CALLS);
            running(listener);
        }
    }

    private static void compare(VoiceModel model, LineListener listener, int calls) {
        double bare = Double.MAX_VALUE;
        double all = Double.MAX_VALUE;
        double restored = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, bare(model, calls));
            all = Math.min(all, everything(listener, calls, false));
            restored = Math.min(restored, everything(listener, calls, true));
        }
        System.out.printf(
                "%2d call(s) together: model alone %.3f ms, everything %.3f ms (%.2f times, %.0f times real time), "
                        + "with state written and read at each chunk %.3f ms, per second of audio%n",
                calls, bare, all, all / bare, 1_000 / all, restored);
    }

    private static double bare(VoiceModel model, int calls) {
        float[][] inputs = new float[calls][VoiceModel.INPUT];
        float[][] states = new float[calls][VoiceModel.STATE];
        short[] sound = sound();
        int windows = sound.length / VoiceModel.WINDOW - 1;
        long start = THREAD.getCurrentThreadCpuTime();
        for (int window = 0; window < windows; window++) {
            for (float[] input : inputs) {
                for (int i = 0; i < input.length; i++) {
                    input[i] = sound[window * VoiceModel.WINDOW + i] / 32_768f;
                }
            }
            model.evaluate(inputs, states);
        }
        return millisPerSecond(start, calls * (double) windows * VoiceModel.WINDOW / 8_000);
    }

    private static double everything(LineListener listener, int calls, boolean restored) {
        List<Chunk> chunks = chunks(sound());
        ListeningState[] states = new ListeningState[calls];
        Listening[] running = new Listening[calls];
        for (int call = 0; call < calls; call++) {
            states[call] = ListeningState.START;
            running[call] = listener.resume(states[call]);
        }
        long start = THREAD.getCurrentThreadCpuTime();
        for (Chunk chunk : chunks) {
            List<LineListener.Turn> turns = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                running[call] = restored ? listener.resume(states[call]) : running[call];
                turns.add(new LineListener.Turn(running[call], chunk, true));
            }
            listener.hear(turns);
            for (int call = 0; call < calls; call++) {
                running[call].heard();
                states[call] = restored ? running[call].state() : states[call];
            }
        }
        return millisPerSecond(start, calls * (double) SECONDS);
    }

    /** 500 calls send 250 ms each: how long it takes until all of them are heard. */
    private static void running(LineListener listener) {
        List<Listening> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            calls.add(listener.resume(ListeningState.START));
        }
        List<Chunk> chunks = chunks(sound());
        double[] millis = chunks.stream()
                .mapToDouble(chunk -> {
                    long start = THREAD.getCurrentThreadCpuTime();
                    listener.hear(calls.stream()
                            .map(call -> new LineListener.Turn(call, chunk, true))
                            .toList());
                    return (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "%d calls, 250 ms each in one turn: median %.0f ms, 99%% %.0f ms of 250 ms%n",
                CALLS, millis[millis.length / 2], millis[(int) (0.99 * millis.length)]);
    }

    private static short[] sound() {
        short[] speech = Sounds.mix(Sounds.speech("fire"), Sounds.exhaust(5), 5);
        short[] sound = new short[SECONDS * 8_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = speech[i % speech.length];
        }
        return sound;
    }

    private static List<Chunk> chunks(short[] sound) {
        List<Chunk> chunks = new ArrayList<>();
        for (int start = 0; start < sound.length; start += CHUNK) {
            byte[] data = Sounds.l16(Arrays.copyOfRange(sound, start, start + CHUNK));
            chunks.add(new Chunk(chunks.size(), AudioEncoding.L16, data));
        }
        return chunks;
    }

    private static double millisPerSecond(long start, double seconds) {
        return (THREAD.getCurrentThreadCpuTime() - start) / 1e6 / seconds;
    }
}
