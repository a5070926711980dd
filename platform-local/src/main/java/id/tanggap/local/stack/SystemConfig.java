package id.tanggap.local.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one local system lives.
 *
 * @param home folder of its data, logs and process ids; nothing is written outside but the shared cache
 * @param durable whether PostgreSQL and Keycloak wait for the disk; only throw-away test stacks do not
 * @param traces address of a collector that services send their traces to, by OTLP over HTTP; without one they go nowhere, unless
 *     the environment names one
 * @param authority whose certificates its servers have, as a PEM file; without one they speak in the clear, as a local system's do
 */
public record SystemConfig(
        Path home,
        Ports ports,
        Credentials credentials,
        boolean durable,
        Optional<String> traces,
        Optional<Path> authority) {
    public SystemConfig(Path home, Ports ports, Credentials credentials, boolean durable) {
        this(home, ports, credentials, durable, Optional.empty());
    }

    public SystemConfig(Path home, Ports ports, Credentials credentials, boolean durable, Optional<String> traces) {
        this(home, ports, credentials, durable, traces, Optional.empty());
    }

    public Path data(String server) {
        return home.resolve("data").resolve(server);
    }

    public Path runFolder() {
        return home.resolve("run");
    }

    public Path log(String process) {
        return home.resolve("logs").resolve(process + ".log");
    }

    public ManagedProcess process(String name) {
        return new ManagedProcess(name, runFolder().resolve(name + ".pid"), log(name));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Of a service, or of Keycloak, by its name. */
    public String url(String name) {
        return (authority.isPresent() ? "https" : "http") + "://127.0.0.1:" + ports.of(name);
    }

    public String keycloakUrl() {
        return url(KeycloakServer.NAME);
    }

    public String realmUrl() {
        return keycloakUrl() + "/realms/tanggap";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }
}
