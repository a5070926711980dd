package id.tanggap.local.test.container;

import id.tanggap.local.stack.KeycloakOptions;
import id.tanggap.local.stack.KeycloakServer;
import id.tanggap.local.stack.Realm;
import id.tanggap.local.stack.SystemConfig;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** The image {@code keycloak}: {@code kc.sh} with the given arguments. It builds itself at the first start, for half a minute. */
final class KeycloakContainer extends ContainerServer {
    private static final String REALM = "/opt/keycloak/data/import/tanggap-realm.json";

    KeycloakContainer(SystemConfig config) {
        super(config, KeycloakServer.NAME);
    }

    @Override
    GenericContainer<?> define() {
        List<String> command = new ArrayList<>(List.of("start"));
        command.addAll(KeycloakOptions.OF_BUILD);
        command.addAll(KeycloakOptions.ofStart(config));
        return new GenericContainer<>(Images.of(KeycloakServer.NAME))
                .withEnv(KeycloakOptions.environment(config))
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m")
                .withCopyToContainer(Transferable.of(Realm.localDocument(config.credentials())), REALM)
                .withCommand(command.toArray(String[]::new));
    }

    /** The same as outside: tokens name the address at which Keycloak is asked. */
    @Override
    int port() {
        return config.ports().keycloak();
    }

    @Override
    boolean answers() {
        return Realm.answers(config);
    }
}
