package id.tanggap.system;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import id.tanggap.local.system.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The launcher's own system, on free ports in a folder that goes with it. */
final class WholeSystem implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    private final LocalSystem system;
    private final List<Server> replicas = new CopyOnWriteArrayList<>();
    private final Thread lastResort;

    private WholeSystem(SystemConfig config) {
        this.system = new LocalSystem(ROOT, config);
        this.lastResort = new Thread(this::killAll);
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

    /** One more process of a service beside the one there is, on a port of its own; not started yet. */
    Server replica(String service) {
        Path home = config().home().resolve("replicas").resolve(Integer.toString(replicas.size() + 1));
        Ports free = Ports.free();
        Ports servers = config().ports();
        Ports ports = new Ports(
                free.intake(),
                free.triage(),
                free.ticket(),
                free.notification(),
                servers.keycloak(),
                servers.keycloakManagement(),
                servers.kafka(),
                servers.kafkaController(),
                servers.postgres());
        Server replica = new ServiceProcess(
                new SystemConfig(home, ports, config().credentials(), true), ROOT.resolve(service), service);
        replicas.add(replica);
        return replica;
    }

    private void killAll() {
        replicas.forEach(Server::kill);
        system.killAll();
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        try {
            Folders.delete(system.config().home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
