package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A single KRaft node, broker and controller, where every client proves itself by SCRAM and may do what an ACL says. */
public final class KafkaServer implements Server {
    public static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 320;

    private final SystemConfig config;
    private final Path folder;

    public KafkaServer(SystemConfig config) {
        this.config = config;
        this.folder = config.data(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ManagedProcess process() {
        return config.process(NAME);
    }

    @Override
    public void start() {
        try {
            Path properties = folder.resolve("server.properties");
            Secrets.write(properties, serverProperties());
            // A format that was cut short leaves a folder that looks like one.
            Path formatted = folder.resolve("formatted");
            if (!Files.exists(formatted)) {
                Folders.delete(folder.resolve("log"));
                format(properties);
                Files.createFile(formatted);
            }
            List<String> command = new ArrayList<>(List.of(Jdk.java()));
            command.addAll(Jdk.small(HEAP_MEGABYTES));
            command.addAll(List.of(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                    "-cp",
                    classPath(),
                    "kafka.Kafka",
                    properties.toString()));
            ManagedProcess process = process();
            process.launch(command, Map.of(), folder);
            process.awaitReady(START_LIMIT, this::serves);
        } catch (IOException e) {
            throw new StackException("Cannot write Kafka's folder " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        process().stop("TERM", Duration.ofSeconds(20));
    }

    @Override
    public String endpoint() {
        return config.bootstrapServers();
    }

    @Override
    public boolean serves() {
        if (Ports.isFree(config.ports().kafka())) {
            return false;
        }
        try (Admin admin = KafkaAccess.admin(config)) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** Secrets go by an argument file of mode 0600: a command line is readable to every user of the machine. */
    private void format(Path properties) throws IOException {
        Path arguments = folder.resolve("format.args");
        Secrets.write(
                arguments,
                """
                -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
                -cp "%s"
                kafka.tools.StorageTool format
                --cluster-id %s --config "%s"
                --add-scram "SCRAM-SHA-512=[name=%s,password=%s]"
                """
                        .formatted(
                                classPath(),
                                Uuid.randomUuid(),
                                properties,
                                Names.KAFKA_ADMIN,
                                config.credentials().kafka().get(Names.KAFKA_ADMIN)));
        try {
            Shell.run("format Kafka's storage", List.of(Jdk.java(), "@" + arguments), Map.of());
        } finally {
            Files.delete(arguments);
        }
    }

    private static String classPath() {
        return Distribution.kafkaLibraries() + "/*";
    }

    private String serverProperties() {
        String admin = config.credentials().kafka().get(Names.KAFKA_ADMIN);
        Map<String, String> values = Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry(
                        "controller.quorum.voters",
                        "1@127.0.0.1:" + config.ports().kafkaController()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(
                                        config.ports().kafka(), config.ports().kafkaController())),
                Map.entry("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
                Map.entry("listener.name.client.scram-sha-512.sasl.jaas.config", KafkaAccess.jaas("admin", admin)),
                // The controller keeps the SCRAM users, so it cannot ask itself by SCRAM.
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry(
                        "listener.name.controller.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                                + " password=\"%s\" user_admin=\"%s\";".formatted(admin, admin)),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + Names.KAFKA_ADMIN),
                Map.entry("allow.everyone.if.no.acl.found", "false"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("log.dirs", folder.resolve("log").toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Defaults are for large machines: the cleaner alone would take 128 MiB of heap.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("log.segment.bytes", "67108864"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                // A killed broker may register again only when its former session is over: 9 s by default.
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("compression.type", "producer"));
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
