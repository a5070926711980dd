package id.tanggap.system;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The launcher's own system, on free ports in a folder that goes with it. */
final class WholeSystem implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    private final LocalSystem system;
    private final Thread lastResort;

    private WholeSystem(SystemConfig config) {
        this.system = new LocalSystem(ROOT, config);
        this.lastResort = new Thread(system::killAll);
    }

    static WholeSystem start() throws IOException {
        // Kafka and PostgreSQL wait for the disk as in production: after SIGKILL their data must be there.
        WholeSystem whole = new WholeSystem(new SystemConfig(
                Files.createTempDirectory("tanggap-system-"), Ports.free(), Credentials.random(), true));
        Runtime.getRuntime().addShutdownHook(whole.lastResort);
        try {
            whole.system.start(Progress.SILENT);
            return whole;
        } catch (RuntimeException e) {
            whole.close();
            throw e;
        }
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

    @Override
    public void close() {
        system.killAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        try {
            Folders.delete(system.config().home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
