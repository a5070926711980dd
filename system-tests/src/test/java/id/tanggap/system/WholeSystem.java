package id.tanggap.system;

import id.tanggap.local.contract.BrokerSetup;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Servers and services of one system, each its own process, on free ports in a folder that goes with it. */
final class WholeSystem implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    private final SystemConfig config;
    private final ServerStack servers;
    private final List<ServiceProcess> services;
    private final Thread lastResort = new Thread(this::killAll);

    private WholeSystem(SystemConfig config) {
        this.config = config;
        this.servers = new ServerStack(config);
        this.services = Names.SERVICES.stream()
                .map(name -> new ServiceProcess(config, ROOT.resolve(name), name))
                .toList();
    }

    static WholeSystem start() throws IOException {
        // Kafka and PostgreSQL wait for the disk as in production: after SIGKILL their data must be there.
        SystemConfig config = new SystemConfig(
                Files.createTempDirectory("tanggap-system-"), Ports.free(), Credentials.random(), true);
        WholeSystem system = new WholeSystem(config);
        Runtime.getRuntime().addShutdownHook(system.lastResort);
        try {
            system.servers.start(Progress.SILENT);
            system.declareTopics();
            ServerStack.sideBySide(system.services.stream()
                    .<Runnable>map(service -> service::start)
                    .toList());
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    SystemConfig config() {
        return config;
    }

    ServerStack servers() {
        return servers;
    }

    ServiceProcess service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void declareTopics() {
        Topology topology = Topology.of(Names.SERVICES.stream()
                .map(name -> Documents.ofService(ROOT.resolve(name)))
                .toList());
        try (Admin admin = KafkaAccess.admin(config)) {
            BrokerSetup broker = new BrokerSetup(admin);
            broker.users(config.credentials().kafka());
            broker.topics(topology);
            broker.rights(topology);
        }
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        try {
            Folders.delete(config.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killAll() {
        services.forEach(ServiceProcess::kill);
        servers.all().forEach(server -> server.kill());
    }
}
