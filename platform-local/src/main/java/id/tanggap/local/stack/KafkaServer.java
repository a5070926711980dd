package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** A single KRaft node, broker and controller, where every client proves itself by SCRAM and may do what an ACL says. */
public final class KafkaServer implements Server {
    public static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 320;
    private static final int FORMAT_HEAP_MEGABYTES = 128;

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
            Secrets.write(properties, KafkaProperties.of(config, "127.0.0.1", folder.resolve("log")));
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
        return !Ports.isFree(config.ports().kafka()) && KafkaAccess.answers(config);
    }

    /** Secrets go by an argument file of mode 0600: a command line is readable to every user of the machine. */
    private void format(Path properties) throws IOException {
        Path arguments = folder.resolve("format.args");
        Secrets.write(
                arguments,
                """
                %s -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
                -cp "%s"
                kafka.tools.StorageTool format
                --cluster-id %s --config "%s"
                --add-scram "SCRAM-SHA-512=[name=%s,password=%s]"
                """
                        .formatted(
                                String.join(" ", Jdk.small(FORMAT_HEAP_MEGABYTES)),
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
}
