package id.tanggap.local.test.container;

import id.tanggap.local.stack.KafkaServer;
import id.tanggap.local.stack.KeycloakServer;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.ServerControl;
import id.tanggap.local.stack.Servers;
import id.tanggap.local.stack.SystemConfig;
import java.util.List;

/** The three servers in containers, on the ports and with the credentials that they would have as processes. */
public final class ContainerStack implements Servers {
    static final List<String> SERVERS = List.of(KafkaServer.NAME, PostgresServer.NAME, KeycloakServer.NAME);

    private final ServerControl kafka;
    private final ServerControl postgres;
    private final ServerControl keycloak;

    public ContainerStack(SystemConfig config) {
        this.kafka = new KafkaContainer(config);
        this.postgres = new PostgresContainer(config);
        this.keycloak = new KeycloakContainer(config);
    }

    @Override
    public ServerControl kafka() {
        return kafka;
    }

    @Override
    public ServerControl postgres() {
        return postgres;
    }

    @Override
    public ServerControl keycloak() {
        return keycloak;
    }

    @Override
    public List<ServerControl> all() {
        return List.of(kafka, postgres, keycloak);
    }
}
