package id.tanggap.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's configuration: the same whether it runs as a process of this machine or in a container. */
public final class KafkaProperties {
    private KafkaProperties() {}

    /**
     * The text of {@code server.properties}.
     *
     * @param address to listen on for clients, who are told 127.0.0.1
     * @param log the folder of the broker's log
     */
    public static String of(SystemConfig config, String address, Path log) {
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
                        "CLIENT://%s:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(
                                        address,
                                        config.ports().kafka(),
                                        config.ports().kafkaController())),
                Map.entry("advertised.listeners", "CLIENT://" + config.bootstrapServers()),
                Map.entry("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                // PLAIN for librdkafka before 2.6.1, kcat of most distributions among it: its SCRAM fails with Kafka 4
                // (edenhill/kcat#462). It is sent in the clear, which loopback alone makes bearable.
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN"),
                Map.entry("listener.name.client.plain.sasl.jaas.config", plainUsers(config)),
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
                Map.entry("log.dirs", log.toString()),
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

    private static String plainUsers(SystemConfig config) {
        return Names.AGENCIES.stream()
                .map(Names::agencyPrincipal)
                .map(agency -> "user_%s=\"%s\""
                        .formatted(agency, config.credentials().kafka().get(agency)))
                .collect(Collectors.joining(
                        " ", "org.apache.kafka.common.security.plain.PlainLoginModule required ", ";"));
    }
}
