package id.tanggap.lab.hearing;

import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import id.tanggap.triage.audio.VoiceModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures in one run what a second of audio costs of one core's time: the bare voice model, and everything that is heard
 * with it. Each figure is the best of {@value #ROUNDS} rounds, alternating, so that what else runs on the machine disturbs
 * both alike.
 */
final class HearingSpeed {
    private static final int ROUNDS = 7;
    private static final int SECONDS = 15;
    private static final int RUNNING_SECONDS = 4;
    private static final int RATE = 8_000;
    private static final int CALLS = 500;

    /** Time on the core, not on the wall: what other processes take is not ours. The model runs on the calling thread. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final VoiceModel model;
    private final LineListener listener;
    private final short[] sound;

    HearingSpeed(VoiceModel model, LineListener listener, List<Clip> clips) {
        this.model = model;
        this.listener = listener;
        this.sound = new short[SECONDS * RATE];
        for (int at = 0, clip = 0; at < sound.length; clip++) {
            short[] next = clips.get(clip % clips.size()).sound();
            int length = Math.min(next.length, sound.length - at);
            System.arraycopy(next, 0, sound, at, length);
            at += length;
        }
    }

    List<Finding> findings() {
        double bare = Double.MAX_VALUE;
        double all = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, bare());
            all = Math.min(all, everything());
        }
        double ratio = all / bare;
        double realTime = 1_000 / all;
        double running = running();
        Goal most = Goal.atMost(1.3, "1.3 times");
        Goal fast = Goal.atLeast(250, "250 times");
        Goal prompt = Goal.atMost(300, "300 ms");
        return List.of(
                Finding.of(
                        "speed-ratio",
                        "time of everything heard against the bare voice model, same run",
                        ratio,
                        Finding.text("%.2f times (%.2f against %.2f ms per second)", ratio, all, bare),
                        most),
                Finding.of(
                        "speed",
                        "one call on one core, everything heard",
                        realTime,
                        Finding.text("%.0f times real time", realTime),
                        fast),
                Finding.of(
                        "speed-running",
                        "500 calls on one core, 250 ms of each in one turn, 99%",
                        running,
                        Finding.text("%.0f ms", running),
                        prompt));
    }

    private double bare() {
        float[][] input = new float[1][VoiceModel.INPUT];
        float[][] state = new float[1][VoiceModel.STATE];
        int windows = sound.length / VoiceModel.WINDOW - 1;
        long start = THREAD.getCurrentThreadCpuTime();
        for (int window = 0; window < windows; window++) {
            for (int i = 0; i < VoiceModel.INPUT; i++) {
                input[0][i] = sound[window * VoiceModel.WINDOW + i] / 32_768f;
            }
            model.evaluate(input, state);
        }
        return millis(start) / ((double) windows * VoiceModel.WINDOW / RATE);
    }

    private double everything() {
        Listening call = listener.resume(ListeningState.START);
        List<Chunk> chunks = Line.chunks(sound);
        long start = THREAD.getCurrentThreadCpuTime();
        for (Chunk chunk : chunks) {
            listener.hear(List.of(new LineListener.Turn(call, chunk, true)));
            call.heard();
        }
        return millis(start) / SECONDS;
    }

    /** How long it takes until all calls are heard, at the 99th percentile of turns. */
    private double running() {
        List<Listening> calls = Stream.generate(() -> listener.resume(ListeningState.START))
                .limit(CALLS)
                .toList();
        double[] millis = Line.chunks(sound).stream()
                .limit(RUNNING_SECONDS * RATE / Line.CHUNK)
                .mapToDouble(chunk -> {
                    long start = THREAD.getCurrentThreadCpuTime();
                    listener.hear(calls.stream()
                            .map(call -> new LineListener.Turn(call, chunk, true))
                            .toList());
                    return millis(start);
                })
                .sorted()
                .toArray();
        return millis[(int) Math.ceil(0.99 * millis.length) - 1];
    }

    private static double millis(long start) {
        return (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
