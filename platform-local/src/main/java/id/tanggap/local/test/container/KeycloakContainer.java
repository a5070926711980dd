package id.tanggap.local.test.container;

import id.tanggap.local.stack.KeycloakOptions;
import id.tanggap.local.stack.KeycloakServer;
import id.tanggap.local.stack.Realm;
import id.tanggap.local.stack.SystemConfig;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * The image {@code keycloak}: {@code kc.sh} with the given arguments. Its build for our options takes half a minute, so it is
 * made once, as a layer that stays with the engine.
 */
final class KeycloakContainer extends ContainerServer {
    private static final String REALM = "/opt/keycloak/data/import/tanggap-realm.json";

    KeycloakContainer(SystemConfig config) {
        super(config, KeycloakServer.NAME);
    }

    @Override
    GenericContainer<?> define() {
        List<String> command = new ArrayList<>(List.of("start", "--optimized"));
        command.addAll(KeycloakOptions.ofStart(config));
        return new GenericContainer<>(built(Images.of(KeycloakServer.NAME)))
                .withEnv(KeycloakOptions.environment(config))
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m")
                .withCopyToContainer(Transferable.of(Realm.localDocument(config.credentials())), REALM)
                .withCommand(command.toArray(String[]::new));
    }

    private static ImageFromDockerfile built(DockerImageName image) {
        String build = "/opt/keycloak/bin/kc.sh build " + String.join(" ", KeycloakOptions.OF_BUILD);
        return new ImageFromDockerfile("tanggap-test/keycloak:" + image.getVersionPart(), false)
                .withDockerfileFromBuilder(file ->
                        file.from(image.asCanonicalNameString()).run(build).build());
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
