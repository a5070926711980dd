package id.tanggap.local.test.container;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.KafkaProperties;
import id.tanggap.local.stack.KafkaServer;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/**
 * The image {@code apache/kafka}, of which only Kafka's own scripts in {@code /opt/kafka/bin} are used: its start command
 * formats the storage without the first SCRAM user, whom nobody could make later.
 */
final class KafkaContainer extends ContainerServer {
    private static final String FOLDER = "/tmp/tanggap";
    private static final String PROPERTIES = FOLDER + ".properties";
    private static final String SCRIPT = FOLDER + ".sh";

    KafkaContainer(SystemConfig config) {
        super(config, KafkaServer.NAME);
    }

    @Override
    GenericContainer<?> define() {
        String properties = KafkaProperties.of(config, "0.0.0.0", Path.of(FOLDER, "log"));
        return new GenericContainer<>(Images.of(KafkaServer.NAME))
                .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx320m")
                .withCopyToContainer(Transferable.of(properties), PROPERTIES)
                .withCopyToContainer(Transferable.of(script()), SCRIPT)
                .withCommand("bash", SCRIPT);
    }

    private String script() {
        return """
                set -e
                if [ ! -e %1$s/formatted ]; then
                  /opt/kafka/bin/kafka-storage.sh format --cluster-id %3$s --config %2$s \\
                    --add-scram 'SCRAM-SHA-512=[name=%4$s,password=%5$s]'
                  touch %1$s/formatted
                fi
                exec /opt/kafka/bin/kafka-server-start.sh %2$s
                """
                .formatted(
                        FOLDER,
                        PROPERTIES,
                        Uuid.randomUuid(),
                        Names.KAFKA_ADMIN,
                        config.credentials().kafka().get(Names.KAFKA_ADMIN));
    }

    /** The same as outside: the broker tells clients, and itself, the address at which it is asked. */
    @Override
    int port() {
        return config.ports().kafka();
    }

    @Override
    boolean answers() {
        return KafkaAccess.answers(config);
    }
}
