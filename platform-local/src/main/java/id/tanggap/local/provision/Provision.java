package id.tanggap.local.provision;

import static id.tanggap.local.stack.EnvironmentVariables.required;

import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.local.contract.BrokerSetup;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayProgram;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.Trust;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Prepares a deployment that the launcher does not run: {@code secrets FOLDER} makes its secrets once, its servers'
 * certificates among them, and agencies' client settings for the address of its broker (compose's if none is given; {@code tls} if
 * operators of a cluster make the certificates); {@code certificates FOLDER} renews those, for more names if any are given; {@code
 * broker} brings its Kafka to what the services' AsyncAPI documents say, as often as wanted. To show one on this machine, {@code demo-secrets
 * FOLDER} makes compose's with people that programs may log in as, and {@code replay CREDENTIALS SPEED} plays Jepara's first two
 * days there. Exits with 1 and one line on the error stream when it cannot.
 */
public final class Provision {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Provision() {}

    public static void main(String[] arguments) {
        try {
            String command = arguments.length == 0 ? "" : arguments[0];
            List<String> rest = List.of(arguments).stream().skip(1).toList();
            if (command.equals("certificates") && !rest.isEmpty()) {
                DeploymentSecrets.renewCertificates(Path.of(rest.getFirst()), rest.subList(1, rest.size()));
                return;
            }
            switch (command + " " + rest.size()) {
                case "secrets 1" -> DeploymentSecrets.write(Path.of(rest.getFirst()), DeploymentSecrets.COMPOSE_BROKER);
                case "secrets 2" -> DeploymentSecrets.write(Path.of(rest.getFirst()), rest.get(1));
                case "secrets 3" -> DeploymentSecrets.write(Path.of(rest.getFirst()), rest.get(1), tls(rest.get(2)));
                case "broker 0" -> broker(System.getenv());
                case "demo-secrets 1" -> DeploymentSecrets.demo(Path.of(rest.getFirst()));
                case "replay 2" -> System.exit(replay(Path.of(rest.getFirst()), speed(rest.get(1))));
                default -> throw usage();
            }
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean tls(String word) {
        if (!word.equals("tls")) {
            throw usage();
        }
        return true;
    }

    private static double speed(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new StackException("The speed must be a number, not " + number + ".", e);
        }
    }

    private static StackException usage() {
        return new StackException(
                "Usage: secrets FOLDER [BROKER [tls]] | certificates FOLDER [NAME...] | broker | demo-secrets FOLDER |"
                        + " replay CREDENTIALS SPEED");
    }

    /** On the system that docker-compose.yml has at this machine's loopback address, whose authority the environment names. */
    private static int replay(Path credentials, double speed) {
        if (!Files.isReadable(credentials)) {
            throw new StackException("Cannot read " + credentials + ": it is its owner's alone.");
        }
        Path authority = Path.of(required(System.getenv(), Trust.VARIABLE));
        Trust.only(authority);
        SystemConfig there = new SystemConfig(
                Path.of("."),
                Ports.local(0),
                Credentials.loadOrCreate(credentials),
                true,
                Optional.empty(),
                Optional.of(authority));
        return new ReplayProgram(options -> new Replay(there, () -> 0, options), System.out, false)
                .jepara(speed, Optional.empty());
    }

    /**
     * Reads KAFKA_BOOTSTRAP_SERVERS and KAFKA_ADMIN_PASSWORD (of the broker's internal listener), TRUSTED_AUTHORITY (whose
     * certificate that has), KAFKA_USERS (a properties file of principal and password) and CONTRACTS (the folder that holds the
     * services' folders).
     */
    static void broker(Map<String, String> environment) {
        Path contracts = Path.of(required(environment, "CONTRACTS"));
        List<AsyncApiDocument> documents = Names.SERVICES.stream()
                .map(contracts::resolve)
                .map(Documents::ofService)
                .toList();
        Topology topology = Topology.of(documents);
        Map<String, String> users = users(Path.of(required(environment, "KAFKA_USERS")));
        try (Admin admin = Admin.create(access(environment))) {
            await(admin);
            BrokerSetup setup = new BrokerSetup(admin);
            setup.users(users);
            setup.topics(topology);
            setup.rights(topology);
        }
        System.out.printf(
                "event=broker-provisioned topics=%d rights=%d principals=%d%n",
                topology.topics().size(), topology.grants().size(), users.size());
    }

    private static Map<String, Object> access(Map<String, String> environment) {
        // The first administrator cannot be a SCRAM user: those are kept by the broker that is yet to be told of them.
        Map<String, Object> access = new HashMap<>(KafkaAccess.encrypted(required(environment, Trust.VARIABLE)));
        access.putAll(Map.of(
                "bootstrap.servers",
                required(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(Names.KAFKA_ADMIN, required(environment, "KAFKA_ADMIN_PASSWORD")),
                "reconnect.backoff.max.ms",
                "2000"));
        return access;
    }

    private static void await(Admin admin) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthenticationException
                        || Instant.now().isAfter(end)) {
                    throw new StackException("Kafka refuses: " + e.getCause().getMessage(), e);
                }
            } catch (TimeoutException e) {
                if (Instant.now().isAfter(end)) {
                    throw new StackException("Kafka did not answer within " + PATIENCE.toMinutes() + " minutes.", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted.", e);
            }
        }
    }

    private static Map<String, String> users(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackException("Cannot read the Kafka users from " + file + ": " + e.getMessage(), e);
        }
        Map<String, String> users = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> users.put(name, properties.getProperty(name)));
        return users;
    }
}
