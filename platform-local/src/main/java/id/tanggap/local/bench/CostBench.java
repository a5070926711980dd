package id.tanggap.local.bench;

import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.LocalSystem;
import id.tanggap.local.system.SystemStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures what a call costs, from the telephone to the agency: Jepara's two days are played once to warm up and once
 * counted, and what the system takes while nobody calls is subtracted. What plays them is not counted.
 */
public final class CostBench {
    private final LocalSystem system;

    public CostBench(LocalSystem system) {
        this.system = system;
    }

    /**
     * Returns after two replays and two rests.
     *
     * @param rest how long to watch the system while nobody calls
     * @param speed of the replays; the faster, the more calls share what is done for several at once
     */
    public Cost run(Duration rest, double speed) {
        StoredBytes stored = new StoredBytes(system.config());
        try (ProcessorTime processor =
                new ProcessorTime(system.core().stream().map(Server::process).toList())) {
            play(speed);
            Thread.sleep(rest);

            Map<String, Duration> before = processor.soFar();
            long begun = System.nanoTime();
            Thread.sleep(rest);
            Map<String, Double> idle = cores(before, processor.soFar(), System.nanoTime() - begun);

            Map<String, Long> databases = stored.byDatabase();
            Map<String, Long> topics = stored.byTopic();
            before = processor.soFar();
            begun = System.nanoTime();
            ReplaySummary played = play(speed);
            Map<String, Double> busy = cores(before, processor.soFar(), System.nanoTime() - begun);
            double seconds = (System.nanoTime() - begun) / 1e9;

            Map<String, Double> perCall = new LinkedHashMap<>();
            busy.forEach((member, cores) ->
                    perCall.put(member, Math.max(0, cores - idle.get(member)) * seconds / played.calls()));
            Map<String, Long> memory = new LinkedHashMap<>();
            SystemStatus.of(system).members().stream()
                    .filter(member -> idle.containsKey(member.name()))
                    .forEach(member ->
                            memory.put(member.name(), member.memoryBytes().orElse(0)));
            return new Cost(
                    played.calls(),
                    played.tickets(),
                    played.audioChunks(),
                    idle,
                    perCall,
                    memory,
                    grown(databases, stored.byDatabase(), played.calls()),
                    grown(topics, stored.byTopic(), played.calls()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private ReplaySummary play(double speed) {
        ReplaySummary summary =
                new Replay(system, ReplayOptions.atSpeed(speed)).run(JeparaScenario.load(), ReplayView.NONE);
        if (!summary.passed()) {
            throw new StackException("The replay has lost something or done it twice: nothing is measured. "
                    + "./tanggap replay jepara says what.");
        }
        return summary;
    }

    private static Map<String, Double> cores(Map<String, Duration> before, Map<String, Duration> after, long nanos) {
        Map<String, Double> cores = new LinkedHashMap<>();
        after.forEach((member, time) ->
                cores.put(member, (double) time.minus(before.get(member)).toNanos() / nanos));
        return cores;
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after, long calls) {
        Map<String, Long> grown = new TreeMap<>();
        after.forEach((kept, bytes) -> grown.put(kept, (bytes - before.getOrDefault(kept, 0L)) / calls));
        return grown;
    }
}
