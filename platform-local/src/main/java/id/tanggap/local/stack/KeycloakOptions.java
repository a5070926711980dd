package id.tanggap.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's options: the same whether it runs as a process of this machine or in a container. */
public final class KeycloakOptions {
    /** What a distribution is built for; a start without {@code --optimized} takes them too, and builds first. */
    public static final List<String> OF_BUILD = List.of("--db=dev-file", "--health-enabled=true", "--cache=local");

    private KeycloakOptions() {}

    /** All of a start that does not depend on where it listens. */
    public static List<String> ofStart(SystemConfig config) {
        List<String> options = new ArrayList<>(List.of(
                "--import-realm",
                "--http-enabled=true",
                "--http-port=" + config.ports().keycloak(),
                "--http-management-port=" + config.ports().keycloakManagement(),
                "--hostname=" + config.keycloakUrl(),
                // Programs share the few people of this realm; of two who log in as one at once the second would be
                // refused.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                // One server has nobody to speak to, and needs no certificate for that.
                "--cache-embedded-mtls-enabled=false",
                "--log-level=warn"));
        if (!config.durable()) {
            options.add("--db-url=jdbc:h2:mem:keycloak;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
        }
        return options;
    }

    public static Map<String, String> environment(SystemConfig config) {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                Credentials.KEYCLOAK_ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                config.credentials().users().get(Credentials.KEYCLOAK_ADMIN));
    }
}
