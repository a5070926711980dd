package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What watches one system: Prometheus, Alertmanager, the machine's exporter and the synthetic test call. It belongs to the system from its first
 * start until it is stopped, also when one of its programs has died meanwhile.
 */
public final class Monitoring {
    /** A demonstration is over in minutes; a deployment asks less often. */
    private static final Duration LOCAL_INTERVAL = Duration.ofSeconds(5);

    private final List<MonitoringServer> servers;

    /** {@code root}: the sources, with the folder {@code monitoring}. */
    public Monitoring(Path root, SystemConfig config) {
        this(root, config, LOCAL_INTERVAL);
    }

    /** {@code interval}: between two scrapes. */
    public Monitoring(Path root, SystemConfig config, Duration interval) {
        MonitoringFiles files = new MonitoringFiles(root.resolve("monitoring"));
        this.servers = List.of(
                new PrometheusServer(config, files, interval),
                new AlertmanagerServer(config, files),
                new NodeExporter(config, files),
                new SyntheticProbe(config, files));
    }

    /** All of it, whether it is part of this system or not. */
    public List<? extends Server> all() {
        return servers;
    }

    /** What was started and not stopped since. */
    public List<? extends Server> present() {
        return servers.stream()
                .filter(server -> server.process().launched().isPresent())
                .toList();
    }

    /** Fetches the programs where they are missing and starts what does not run; what does not start leaves the rest alone. */
    public void start(Progress progress) {
        if (MonitoringPrograms.toBeFetched()) {
            progress.step("Prometheus' programs, once", MonitoringPrograms::find);
        }
        ServerStack.sideBySide(servers.stream()
                .<Runnable>map(server -> () -> ensure(server, progress))
                .toList());
    }

    private static void ensure(MonitoringServer server, Progress progress) {
        if (server.alive() && server.outdated()) {
            progress.step(server.name() + " (with older rules)", server::stop);
        }
        if (!server.alive()) {
            try {
                progress.step(server.name(), server::start);
            } catch (StackException e) {
                server.stop();
                throw e;
            }
        }
    }
}
