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
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/**
 * The one stack of this JVM. Quarkus loads the classes of a test by several class loaders, each with its own statics: they
 * meet through a system property that names the stack's folder.
 */
final class TestStack {
    private static final String PROPERTY = "tanggap.test.stack";
    private static final int ATTEMPTS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Progress LOGGED = new Progress() {
        @Override
        public void done(String step, Duration took) {
            System.getLogger("test-stack").log(System.Logger.Level.INFO, "{0} up in {1} ms", step, took.toMillis());
        }
    };

    private TestStack() {}

    static SystemConfig startFor(String service) {
        synchronized (System.getProperties()) {
            if (System.getProperty(PROPERTY) == null) {
                start(service);
            }
        }
        return running();
    }

    static SystemConfig running() {
        String home = System.getProperty(PROPERTY);
        if (home == null) {
            throw new IllegalStateException("no stack runs in this JVM: annotate the test with"
                    + " @WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)");
        }
        try {
            State state = JSON.readValue(Path.of(home, "state.json").toFile(), State.class);
            return new SystemConfig(Path.of(home), state.ports, state.credentials, false);
        } catch (IOException e) {
            throw new StackException("Cannot read the test stack's state in " + home, e);
        }
    }

    private static void start(String service) {
        Credentials credentials = Credentials.random();
        credentials.addService(service);
        SystemConfig config = startServers(credentials);
        Topology topology = Topology.of(Documents.onClassPath());
        try (Admin admin = KafkaAccess.admin(config)) {
            BrokerSetup broker = new BrokerSetup(admin);
            broker.users(credentials.kafka());
            broker.topics(topology);
            broker.borrowedTopics(topology);
            broker.rights(topology);
        }
        System.setProperty(PROPERTY, config.home().toString());
    }

    /** Another stack of the same moment may be given the same free port: then with other ports, on fresh data. */
    private static SystemConfig startServers(Credentials credentials) {
        for (int attempt = 1; ; attempt++) {
            SystemConfig config = fresh(credentials);
            try {
                new ServerStack(config).start(LOGGED);
                return config;
            } catch (StackException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                System.getLogger("test-stack")
                        .log(System.Logger.Level.WARNING, "again, because of: {0}", e.getMessage());
            }
        }
    }

    private static SystemConfig fresh(Credentials credentials) {
        try {
            Path home = Files.createTempDirectory("tanggap-test-");
            Reaper.watch(home);
            SystemConfig config = new SystemConfig(home, Ports.free(), credentials, false);
            Secrets.write(home.resolve("state.json"), JSON.writeValueAsString(new State(config.ports(), credentials)));
            return config;
        } catch (IOException e) {
            throw new StackException("Cannot make the test stack's folder: " + e.getMessage(), e);
        }
    }

    private record State(Ports ports, Credentials credentials) {}
}
