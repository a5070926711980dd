package id.tanggap.triage.speed;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.audio.SileroModel;
import id.tanggap.triage.audio.VoiceModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the whole way of running calls' sound through triage, beside the floor that the bare voice model sets in the same
 * run: real Kafka and PostgreSQL of the embedded stack, and the packaged service alone on one core.
 *
 * <pre>{@code mvn package -DskipTests -pl triage-service -am
 * taskset -c 1 java -cp ... id.tanggap.triage.speed.LineSpeed triage-service/target/quarkus-app [CALLS] [SECONDS] [STEADY]}</pre>
 *
 * The service is put on core 0; everything else stays where it was started. Measured are {@code SECONDS} of all calls, after they
 * have gone on for {@code STEADY} seconds: before, the JVM still compiles, on the only core that it has.
 */
public final class LineSpeed {

    private static final Duration RAMP_UP = Duration.ofSeconds(150);

    private LineSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        Duration measured = Duration.ofSeconds(args.length > 2 ? Long.parseLong(args[2]) : 60);
        Duration steady = Duration.ofSeconds(args.length > 3 ? Long.parseLong(args[3]) : 180);
        double floor = floor();
        Map<String, String> settings = new EmbeddedStack().start();
        try (RunningService service = RunningService.start(Path.of(args[0]), settings);
                RunningCalls load = new RunningCalls(calls)) {
            load.rampUp(RAMP_UP);
            load.run(steady);
            RunningService.Reading before = service.read();
            RunningCalls.Punctuality sender = load.run(measured);
            RunningService.Reading after = service.read();
            load.run(Duration.ofSeconds(2));
            report(calls, floor, before, after, sender);
        }
    }

    private static void report(
            int calls,
            double floor,
            RunningService.Reading before,
            RunningService.Reading after,
            RunningCalls.Punctuality sender) {
        double wall = (after.nanos() - before.nanos()) / 1e9;
        double cpu = (after.cpuSeconds() - before.cpuSeconds()) / wall;
        Histogram sound = after.soundDelay().minus(before.soundDelay());
        Histogram told = after.toldDelay().minus(before.toldDelay());
        double heard = sound.count() * 0.25 / wall;
        System.out.printf(
                "%d calls, chunks of 250 ms, %.0f s: %.0f s of sound heard a second, of %d sent%n",
                calls, wall, heard, calls);
        System.out.printf(
                "core used: %.2f; bare model for the same sound: %.2f; ratio %.2f; times real time of one core: %.0f%n",
                cpu, floor * heard, cpu / (floor * heard), heard / cpu);
        System.out.printf(
                "of the core: %.2f compiling; %.2f other processes%n",
                (after.compilingSeconds() - before.compilingSeconds()) / wall,
                (after.coreSeconds() - before.coreSeconds()) / wall - cpu);
        System.out.printf(
                "sent more than 100 ms late: %d of %d chunks, the worst %d ms%n",
                sender.late(), sender.chunks(), sender.worst() / 1_000_000);
        System.out.printf(
                "chunk to assessment: p50 %.0f ms, p99 %.0f ms, %d chunks%n",
                1_000 * sound.quantile(0.5), 1_000 * sound.quantile(0.99), sound.count());
        System.out.printf(
                "chunk to an assessment that is told: p50 %.0f ms, p99 %.0f ms, %d told%n",
                1_000 * told.quantile(0.5), 1_000 * told.quantile(0.99), told.count());
    }

    /** Seconds of one core that the bare model takes for a second of sound, batched; the best of some rounds. */
    private static double floor() {
        try (SileroModel model = SileroModel.load()) {
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 20; round++) {
                best = Math.min(best, floor(model));
            }
            return best;
        }
    }

    private static double floor(SileroModel model) {
        int windows = 32;
        float[][] inputs = new float[VoiceModel.MOST_CALLS][VoiceModel.INPUT];
        float[][] states = new float[VoiceModel.MOST_CALLS][VoiceModel.STATE];
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int window = 0; window < windows; window++) {
            model.evaluate(inputs, states);
        }
        double seconds = windows * (double) VoiceModel.WINDOW / 8_000 * VoiceModel.MOST_CALLS;
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9 / seconds;
    }
}
