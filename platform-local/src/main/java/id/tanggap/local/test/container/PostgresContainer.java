package id.tanggap.local.test.container;

import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.SystemConfig;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** The image {@code postgres}: makes its cluster from {@code POSTGRES_*} at the first start, then runs its command. */
final class PostgresContainer extends ContainerServer {
    private static final int PORT = 5432;

    private final Databases databases;

    PostgresContainer(SystemConfig config) {
        super(config, PostgresServer.NAME);
        this.databases = new Databases(config);
    }

    @Override
    GenericContainer<?> define() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        command.addAll(databases.serverOptions());
        return new GenericContainer<>(Images.of(PostgresServer.NAME))
                .withEnv("POSTGRES_PASSWORD", config.credentials().postgres().get("postgres"))
                .withEnv("POSTGRES_INITDB_ARGS", "--auth=scram-sha-256 --encoding=UTF8 --locale=C")
                .withCommand(command.toArray(String[]::new));
    }

    @Override
    int port() {
        return PORT;
    }

    @Override
    boolean answers() {
        return databases.answer();
    }

    @Override
    void complete() {
        databases.create();
    }
}
