package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Endpoint;
import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the programs that watch, on a loopback port of its own. */
abstract class MonitoringServer implements Server {
    private final String name;
    private final String readiness;
    final SystemConfig config;
    final MonitoringFiles files;
    final Path data;

    /** {@code readiness}: the path that is answered with 200 once it serves. */
    MonitoringServer(String name, String readiness, SystemConfig config, MonitoringFiles files) {
        this.name = name;
        this.readiness = readiness;
        this.config = config;
        this.files = files;
        this.data = config.data(name);
    }

    /** Writes what the program reads, and tells how it is run. */
    abstract List<String> prepare(MonitoringPrograms programs) throws IOException;

    /** What it is told beside its command. */
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ManagedProcess process() {
        return config.process(name);
    }

    @Override
    public final String endpoint() {
        return "http://" + address();
    }

    final String address() {
        return "127.0.0.1:" + config.ports().of(name);
    }

    @Override
    public final void start() {
        List<String> command;
        try {
            command = prepare(MonitoringPrograms.find());
        } catch (IOException e) {
            throw new StackException("Cannot write " + data + ": " + e.getMessage(), e);
        }
        process().launch(command, environment(), data);
        process().awaitReady(START_LIMIT, this::serves);
    }

    @Override
    public final void stop() {
        process().stop("TERM", Duration.ofSeconds(20));
    }

    /** Whether its rules or routes were changed since it was started. */
    @Override
    public final boolean outdated() {
        return process().launched().filter(files.changed()::isAfter).isPresent();
    }

    @Override
    public final boolean serves() {
        return Endpoint.answers(endpoint() + readiness);
    }
}
