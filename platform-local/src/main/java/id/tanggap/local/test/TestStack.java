package id.tanggap.local.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.contract.BrokerSetup;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.ServerControl;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.Servers;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.test.container.ContainerStack;
import id.tanggap.local.test.container.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * The one stack of this JVM. Quarkus loads the classes of a test by several class loaders, each with its own statics: they
 * meet through a system property that names the stack's folder.
 */
final class TestStack {
    private static final String PROPERTY = "tanggap.test.stack";
    private static final int ATTEMPTS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final System.Logger LOG = System.getLogger("test-stack");
    private static final Progress LOGGED = new Progress() {
        @Override
        public void done(String step, Duration took) {
            LOG.log(System.Logger.Level.INFO, "{0} up in {1} ms", step, took.toMillis());
        }
    };

    private TestStack() {}

    /** All but Keycloak, if it does not run yet; where there are containers, that too. */
    static SystemConfig startFor(String service) {
        synchronized (System.getProperties()) {
            if (System.getProperty(PROPERTY) == null) {
                start(service);
            }
        }
        return running();
    }

    static void startKeycloak() {
        if (!state().containers) {
            SharedKeycloak.ofBuild().start();
        }
    }

    static SystemConfig running() {
        return state().config(home());
    }

    /** The servers of the running stack, to be ended and started again. */
    static Servers servers() {
        State state = state();
        return servers(state.containers, state.config(home()));
    }

    private static Servers servers(boolean containers, SystemConfig config) {
        return containers ? new ContainerStack(config) : new ServerStack(config);
    }

    private static Path home() {
        String home = System.getProperty(PROPERTY);
        if (home == null) {
            throw new IllegalStateException("no stack runs in this JVM: annotate the test with"
                    + " @WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)");
        }
        return Path.of(home);
    }

    private static State state() {
        Path file = home().resolve("state.json");
        try {
            return JSON.readValue(file.toFile(), State.class);
        } catch (IOException e) {
            throw new StackException("Cannot read the test stack's state in " + file, e);
        }
    }

    private static void start(String service) {
        ServerChoice choice = ServerChoice.of(ServerChoice.wish(), Engine::obstacle);
        LOG.log(System.Logger.Level.INFO, choice.toString());
        SystemConfig config = choice.containers() ? startContainers(service) : startProcesses(service);
        Topology topology = Topology.of(Documents.onClassPath());
        try (Admin admin = KafkaAccess.admin(config)) {
            BrokerSetup broker = new BrokerSetup(admin);
            broker.users(config.credentials().kafka());
            broker.topics(topology);
            broker.borrowedTopics(topology);
            broker.rights(topology);
        }
        System.setProperty(PROPERTY, config.home().toString());
    }

    private static SystemConfig startContainers(String service) {
        return start(() -> new State(true, Ports.free(), Credentials.random()), service, Servers::all);
    }

    private static SystemConfig startProcesses(String service) {
        SystemConfig shared = SharedKeycloak.ofBuild().config();
        return start(
                () -> new State(false, Ports.free().withKeycloakOf(shared.ports()), shared.credentials()),
                service,
                servers -> List.of(servers.kafka(), servers.postgres()));
    }

    /** Another stack of the same moment may be given the same free port: then with other ports, on fresh data. */
    private static SystemConfig start(
            Supplier<State> states, String service, Function<Servers, List<? extends ServerControl>> own) {
        for (int attempt = 1; ; attempt++) {
            State state = states.get();
            state.credentials.addService(service);
            SystemConfig config = state.config(fresh(state));
            try {
                Servers.start(own.apply(servers(state.containers, config)), LOGGED);
                return config;
            } catch (StackException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.log(System.Logger.Level.WARNING, "again, because of: {0}", e.getMessage());
            }
        }
    }

    /** A folder that is gone, with all that runs there, when this JVM is. */
    private static Path fresh(State state) {
        try {
            Path home = Files.createTempDirectory("tanggap-test-");
            Reaper.watch(home);
            Secrets.write(home.resolve("state.json"), JSON.writeValueAsString(state));
            return home;
        } catch (IOException e) {
            throw new StackException("Cannot make the test stack's folder: " + e.getMessage(), e);
        }
    }

    private record State(boolean containers, Ports ports, Credentials credentials) {
        SystemConfig config(Path home) {
            return new SystemConfig(home, ports, credentials, false);
        }
    }
}
