package id.tanggap.local.bench;

import id.tanggap.local.stack.ManagedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processor time that servers and services take with all their children, as the operating system counts it: however busy the
 * machine is with other things. It looks twice a second, for PostgreSQL's children come and go.
 */
final class ProcessorTime implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(500);

    /** A number alone may come to stand for another process. */
    private record Seen(String member, long pid, Instant started) {}

    private final List<ManagedProcess> members;
    private final Map<Seen, Duration> newest = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    ProcessorTime(List<ManagedProcess> members) {
        this.members = members;
        thread.scheduleWithFixedDelay(this::look, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Of each member in its order, since it was started; of children that ended, what they had when last seen. */
    synchronized Map<String, Duration> soFar() {
        look();
        Map<String, Duration> sums = new LinkedHashMap<>();
        members.forEach(member -> sums.put(member.name(), Duration.ZERO));
        newest.forEach((seen, time) -> sums.merge(seen.member, time, Duration::plus));
        return sums;
    }

    private synchronized void look() {
        for (ManagedProcess member : members) {
            member.pid().flatMap(ProcessHandle::of).ifPresent(process -> Stream.concat(
                            Stream.of(process), process.descendants())
                    .forEach(each -> note(member.name(), each)));
        }
    }

    private void note(String member, ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        info.startInstant().ifPresent(started -> info.totalCpuDuration()
                .ifPresent(time -> newest.put(new Seen(member, process.pid(), started), time)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
