package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.Trust;
import id.tanggap.local.synthetic.SyntheticProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a pod of an overlay is told are settings that its service knows, all that it needs, and they keep every connection closed. */
class OverlaySettingsTest {
    static final List<String> SERVICES = Names.SERVICES;

    private static final String TRUST = "/run/trust/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Rendered overlay;

    @BeforeAll
    static void render() throws IOException {
        overlay = Rendered.kabupaten();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyVariableIsASettingAndNoneIsMissing(String service) throws IOException {
        Map<String, String> given = environment(service);
        Set<String> own = ServiceSettings.environment(ServiceSettings.properties(anywhere(), service))
                .keySet();
        Set<String> kafka = new HashSet<>(ConsumerConfig.configNames());
        kafka.addAll(ProducerConfig.configNames());
        Set<String> quarkus = quarkusSettings(service);
        Set<String> unknown = new TreeSet<>();
        given.keySet().forEach(name -> {
            boolean known = name.startsWith("QUARKUS_")
                    ? quarkus.stream().anyMatch(name::matches)
                    : name.startsWith("KAFKA_")
                            ? kafka.contains(name.substring("KAFKA_".length())
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '.'))
                            : own.contains(name)
                                    || given.values().stream().anyMatch(value -> value.contains("$(" + name + ")"));
            if (!known) {
                unknown.add(name);
            }
        });
        assertEquals(Set.of(), unknown);
        assertTrue(given.keySet().containsAll(own), own + " in " + given.keySet());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyConnectionIsEncryptedAndItsOtherEndProven(String service) {
        Map<String, String> given = environment(service);
        String database = Names.database(service);
        String host = Rendered.nameOf(overlay.named("Cluster", "postgres-" + database)) + "-rw:5432/" + database;
        JsonNode kafka = overlay.documents("Kafka").getFirst();
        JsonNode listener = kafka.at("/spec/kafka/listeners/0");
        assertAll(
                () -> assertEquals(
                        "jdbc:postgresql://" + host + "?sslmode=verify-full&sslrootcert=" + TRUST + "postgres.crt",
                        given.get("QUARKUS_DATASOURCE_JDBC_URL")),
                () -> assertEquals("postgresql://" + host, given.get("QUARKUS_DATASOURCE_REACTIVE_URL")),
                () -> assertEquals("verify-full", given.get("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE")),
                () -> assertEquals("HTTPS", given.get("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM")),
                () -> assertEquals("SASL_SSL", given.get("KAFKA_SECURITY_PROTOCOL")),
                () -> assertTrue(listener.path("tls").asBoolean()),
                () -> assertEquals(
                        Rendered.nameOf(kafka) + "-kafka-bootstrap:" + listener.path("port"),
                        given.get("KAFKA_BOOTSTRAP_SERVERS")),
                () -> assertEquals(
                        "https://keycloak-service:8443/realms/tanggap", given.get("QUARKUS_OIDC_AUTH_SERVER_URL")));
        kafka.at("/spec/kafka/listeners")
                .forEach(each -> assertTrue(each.path("tls").asBoolean()));
        overlay.documents("Cluster")
                .forEach(cluster -> assertEquals(
                        "[\"hostnossl all all all reject\"]",
                        cluster.at("/spec/postgresql/pg_hba").toString()));
    }

    /** A path that is said and not mounted would be found by the service that starts. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyCertificateIsWhereItIsLookedFor(String service) {
        Set<String> looked = new TreeSet<>();
        environment(service).values().forEach(value -> Stream.of(value.split("="))
                .filter(part -> part.startsWith(TRUST))
                .forEach(looked::add));
        assertEquals(Set.of(TRUST + "kafka.crt", TRUST + "keycloak.crt", TRUST + "postgres.crt"), looked);
        assertEquals(looked, mounted(service));
    }

    private static Set<String> mounted(String workload) {
        JsonNode pod = overlay.named("Deployment", workload).at("/spec/template/spec");
        Set<String> mounted = new TreeSet<>();
        for (JsonNode mount : pod.at("/containers/0/volumeMounts")) {
            for (JsonNode volume : pod.path("volumes")) {
                if (volume.path("name").equals(mount.path("name"))) {
                    volume.findValuesAsText("path")
                            .forEach(path -> mounted.add(mount.path("mountPath").asText() + "/" + path));
                }
            }
        }
        return mounted;
    }

    @Test
    void theSyntheticCallIsToldWhatItReadsAndNoSecretOfAnybodyElse() {
        Set<String> wanted = new TreeSet<>(
                SyntheticProgram.environment(anywhere(), "0.0.0.0:8194").keySet());
        wanted.addAll(Set.of(
                "BROKER_PASSWORD", Trust.VARIABLE, "KAFKA_SSL_TRUSTSTORE_TYPE", "KAFKA_SSL_TRUSTSTORE_LOCATION"));
        Map<String, String> given = environment(Names.SYNTHETIC);
        Map<String, String> service = environment("intake-service");
        assertAll(
                () -> assertEquals(wanted, new TreeSet<>(given.keySet())),
                () -> assertEquals(service.get("QUARKUS_OIDC_AUTH_SERVER_URL"), given.get("REALM_URL")),
                () -> Stream.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "KAFKA_SECURITY_PROTOCOL",
                                "KAFKA_SASL_MECHANISM",
                                "KAFKA_SSL_TRUSTSTORE_TYPE",
                                "KAFKA_SSL_TRUSTSTORE_LOCATION")
                        .forEach(name -> assertEquals(service.get(name), given.get(name), name)),
                () -> assertEquals(TRUST + "keycloak.crt", given.get(Trust.VARIABLE)),
                () -> assertEquals(Set.of(TRUST + "kafka.crt", TRUST + "keycloak.crt"), mounted(Names.SYNTHETIC)));
        for (String address : List.of("INTAKE_URL", "TICKET_URL")) {
            String name = given.get(address).replace("http://", "");
            assertEquals(
                    80, overlay.named("Service", name).at("/spec/ports/0/port").asInt(), address);
        }
    }

    /** Of Secrets that hold a key, too, a pod gets those alone that it has to do with. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceTrustsItsOwnDatabasesAuthority(String service) {
        List<String> secrets = overlay
                .named("Deployment", service)
                .at("/spec/template/spec/volumes")
                .findParents("sources")
                .getFirst()
                .findParents("items")
                .stream()
                .map(source -> source.path("name").asText())
                .toList();
        assertEquals(
                List.of("postgres-" + Names.database(service) + "-tls", "tanggap-cluster-ca-cert", "keycloak-tls"),
                secrets);
    }

    /** As the kubelet has it: what maps and secrets give, then the container's own. */
    private static Map<String, String> environment(String service) {
        JsonNode container = overlay.named("Deployment", service).at("/spec/template/spec/containers/0");
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode source : container.path("envFrom")) {
            if (source.has("configMapRef")) {
                environment.putAll(Flows.labels(overlay.named(
                                "ConfigMap", source.at("/configMapRef/name").asText())
                        .path("data")));
            } else {
                Flows.labels(overlay.named(
                                        "Secret", source.at("/secretRef/name").asText())
                                .path("data"))
                        .forEach((name, value) -> environment.put(
                                name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
            }
        }
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }

    /** Patterns of the variables of every setting that the extensions of the packaged service declare. */
    private static Set<String> quarkusSettings(String service) throws IOException {
        Set<String> settings = new HashSet<>();
        Path libraries = DeploymentFiles.ROOT.resolve(service + "/target/quarkus-app/lib/main");
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("io.quarkus."))
                    .toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    var model = file.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
                    if (model != null) {
                        JSON.readTree(file.getInputStream(model))
                                .findParents("property")
                                .forEach(path -> settings.add(
                                        pattern(path.path("property").asText())));
                    }
                }
            }
        }
        assertFalse(settings.isEmpty(), libraries + " declares no setting");
        return settings;
    }

    /** {@code quarkus.tls."name".trust-store} is any name's. */
    private static String pattern(String property) {
        return property.replaceAll("\"[^\"]+\"", "*")
                .replaceAll("[^A-Za-z0-9*]", "_")
                .toUpperCase(Locale.ROOT)
                .replace("*", "[A-Z0-9]+");
    }

    /** Its addresses are nobody's: only the names are taken from it. */
    private static SystemConfig anywhere() {
        return new SystemConfig(Path.of("."), Ports.local(0), Credentials.random(), true);
    }
}
