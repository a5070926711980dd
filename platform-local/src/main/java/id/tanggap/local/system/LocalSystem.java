package id.tanggap.local.system;

import id.tanggap.local.contract.BrokerSetup;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.monitoring.Monitoring;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Three servers and four services on one machine, each its own process, and what watches them where that is wanted. Nothing is kept in memory: another launcher, or
 * the same one later, finds the same processes by their pid files.
 */
public final class LocalSystem {
    private final Path root;
    private final SystemConfig config;
    private final ServerStack servers;
    private final List<ServiceProcess> services;
    private final Monitoring monitoring;

    /** {@code root}: the folder with the services' own folders, each packaged by the build. */
    public LocalSystem(Path root, SystemConfig config) {
        this.root = root;
        this.config = config;
        this.servers = new ServerStack(config);
        this.services = Names.SERVICES.stream()
                .map(name -> new ServiceProcess(config, root.resolve(name), name))
                .toList();
        this.monitoring = new Monitoring(root, config);
    }

    public SystemConfig config() {
        return config;
    }

    public ServerStack servers() {
        return servers;
    }

    public List<ServiceProcess> services() {
        return services;
    }

    public Monitoring monitoring() {
        return monitoring;
    }

    /** The servers and services, which make the system. */
    public List<Server> core() {
        List<Server> core = new ArrayList<>(servers.all());
        core.addAll(services);
        return core;
    }

    /** Servers first, in the order in which people read them; what watches them only where it was started. */
    public List<Server> all() {
        List<Server> all = core();
        all.addAll(monitoring.present());
        return all;
    }

    /** The server or service of that name. */
    public Server member(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("There is no " + name + "; known are "
                        + String.join(", ", all().stream().map(Server::name).toList()) + "."));
    }

    /** Starts what does not run and waits until all serve; nothing that this call started is left if it fails. */
    public void start(Progress progress) {
        new Launch(this, Launch.Preparation.NONE, progress).run();
    }

    /** Services before servers, so that they can still write down and commit what they have in hand. */
    public void stop(Progress progress) {
        monitoring.present().forEach(server -> progress.step(server.name(), server::stop));
        stopAll(services, progress);
        stopAll(servers.all(), progress);
    }

    public void killAll() {
        monitoring.present().forEach(Server::kill);
        services.forEach(Server::kill);
        servers.all().forEach(Server::kill);
    }

    /** Makes the topics and gives the rights that the services' documents name, and takes back all others. */
    public void declareTopics() {
        Topology topology = topology();
        try (Admin admin = KafkaAccess.admin(config)) {
            BrokerSetup broker = new BrokerSetup(admin);
            broker.users(config.credentials().kafka());
            broker.topics(topology);
            broker.rights(topology);
        }
    }

    /** What the services' documents ask for. */
    public Topology topology() {
        return Topology.of(Names.SERVICES.stream()
                .map(name -> Documents.ofService(root.resolve(name)))
                .toList());
    }

    private static void stopAll(List<? extends Server> members, Progress progress) {
        ServerStack.sideBySide(members.stream()
                .filter(Server::alive)
                .<Runnable>map(member -> () -> progress.step(member.name(), member::stop))
                .toList());
    }
}
