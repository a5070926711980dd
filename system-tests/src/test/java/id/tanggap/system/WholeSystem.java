package id.tanggap.system;

import id.tanggap.local.monitoring.Monitoring;
import id.tanggap.local.monitoring.MonitoringPrograms;
import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The launcher's own system, on free ports in a folder that goes with it; one for all tests, as long as they run. */
final class WholeSystem {
    static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    private static WholeSystem running;

    private final LocalSystem system;
    private final SpanCollector spans;
    private final List<Server> replicas = new CopyOnWriteArrayList<>();
    private ReplaySummary replayed;

    private WholeSystem(SystemConfig config, SpanCollector spans) {
        this.system = new LocalSystem(ROOT, config);
        this.spans = spans;
    }

    /** The system with all its members up; what the tests before have left in it stays. */
    static synchronized WholeSystem up() throws IOException {
        if (running == null) {
            Path home = Files.createTempDirectory("tanggap-system-");
            // Among the logs: LogsTest looks there for what must be in none.
            SpanCollector spans = new SpanCollector(home.resolve("logs").resolve("spans.log"));
            // Kafka and PostgreSQL wait for the disk as in production: after SIGKILL their data must be there.
            running = new WholeSystem(
                    new SystemConfig(home, Ports.free(), Credentials.random(), true, Optional.of(spans.address())),
                    spans);
            Runtime.getRuntime().addShutdownHook(new Thread(running::remove));
        }
        running.system.start(Progress.SILENT);
        return running;
    }

    /** The same as the tests before have left it: what they stopped stays so. */
    static synchronized WholeSystem asItIs() throws IOException {
        return running == null ? up() : running;
    }

    /**
     * Has Prometheus watch it from now on, which asks every second; once, whoever asks for it first.
     *
     * @return why it cannot, where its programs cannot be had
     */
    synchronized Optional<String> watch() {
        if (monitoring().present().isEmpty()) {
            try {
                MonitoringPrograms.find();
            } catch (StackException e) {
                return Optional.of(e.getMessage());
            }
            try {
                monitoring().start(Progress.SILENT);
            } catch (StackException e) {
                // Alertmanager may need rights that this machine does not give.
                System.err.println("NOT ALL IS WATCHED: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** It takes its share of the processors. */
    void unwatch() {
        monitoring().present().forEach(Server::stop);
    }

    private Monitoring monitoring() {
        return new Monitoring(ROOT, config(), Duration.ofSeconds(1));
    }

    /** What came of Jepara's two days, played once for all tests, whoever asks for them first. */
    synchronized ReplaySummary replayed() {
        if (replayed == null) {
            system.start(Progress.SILENT);
            replayed = new Replay(system, ReplayOptions.atSpeed(20_000)).run(JeparaScenario.load(), ReplayView.NONE);
        }
        return replayed;
    }

    /** All that its services trace, from the beginning. */
    SpanCollector spans() {
        return spans;
    }

    LocalSystem local() {
        return system;
    }

    SystemConfig config() {
        return system.config();
    }

    /** A server or a service, by its name. */
    Server member(String name) {
        return system.member(name);
    }

    /** One more process of a service beside the one there is, on a port of its own; not started yet. */
    Server replica(String service) {
        Path home = config().home().resolve("replicas").resolve(Integer.toString(replicas.size() + 1));
        Server replica = Replica.of(config(), ROOT, service, home);
        replicas.add(replica);
        return replica;
    }

    private void remove() {
        replicas.forEach(Server::kill);
        system.killAll();
        try {
            Folders.delete(system.config().home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
