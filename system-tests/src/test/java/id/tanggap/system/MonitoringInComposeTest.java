package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tanggap.local.provision.DeploymentSecrets;
import id.tanggap.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What watches the system of {@code docker-compose.yml} finds its files, its secrets and whom it asks. Nothing is started here. */
class MonitoringInComposeTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path MONITORING = DeploymentFiles.ROOT.resolve("monitoring");

    /** Those whose start writes beside their programs. */
    private static final Set<String> WRITE = Set.of("kafka", "keycloak");

    @TempDir
    static Path secrets;

    private static DeploymentFiles files;

    @BeforeAll
    static void readFiles() throws IOException {
        files = DeploymentFiles.withSecretsIn(secrets);
    }

    /** The last column: where the program looks, by its flags, its configuration or its image. */
    @ParameterizedTest
    @CsvSource({
        "monitoring/prometheus/rules, prometheus, /etc/prometheus/rules",
        "monitoring/alertmanager, alertmanager, /etc/alertmanager",
        "monitoring/dashboards, grafana, /var/lib/grafana/dashboards",
        "monitoring/grafana/provisioning/dashboards, grafana, /etc/grafana/provisioning/dashboards",
        "monitoring/grafana/provisioning/datasources, grafana, /etc/grafana/provisioning/datasources",
        "docs/runbooks, prometheus, /docs/runbooks",
    })
    void everyFileIsWhereItIsLookedFor(String folder, String service, String within) throws IOException {
        List<Path> committed = filesBelow(DeploymentFiles.ROOT.resolve(folder));
        assertFalse(committed.isEmpty(), folder);
        for (Path file : committed) {
            assertEquals(Path.of(within).resolve(file.getFileName()).toString(), mounted(service, file));
        }
    }

    @Test
    void programsAreToldToLookThere() throws IOException {
        JsonNode provider = YAML.readTree(MONITORING
                .resolve("grafana/provisioning/dashboards/tanggap.yml")
                .toFile());
        assertAll(
                () -> assertEquals("/etc/prometheus/prometheus.yml", flag("prometheus", "config.file")),
                () -> assertEquals(
                        "/etc/prometheus/prometheus.yml",
                        mounted("prometheus", MONITORING.resolve("prometheus/prometheus.yml"))),
                () -> assertEquals(
                        List.of("rules/*.yml"), texts(prometheus().path("rule_files")), "beside prometheus.yml"),
                () -> assertEquals("/docs", flag("prometheus", "web.user-assets")),
                () -> assertEquals("/etc/alertmanager/alertmanager.yml", flag("alertmanager", "config.file")),
                () -> assertEquals(
                        "/var/lib/grafana/dashboards",
                        provider.at("/providers/0/options/path").asText()),
                () -> assertEquals(
                        filesBelow(MONITORING.resolve("grafana/provisioning")).size(),
                        filesBelow(MONITORING.resolve("grafana/provisioning/dashboards"))
                                        .size()
                                + filesBelow(MONITORING.resolve("grafana/provisioning/datasources"))
                                        .size(),
                        "provisioning has no other folder"));
    }

    @Test
    void prometheusReachesEveryTargetWhereItListens() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (JsonNode targets : prometheus().findValues("targets")) {
            for (String target : texts(targets)) {
                String[] parts = target.split(":");
                asked.add(parts[0]);
                assertEquals(listens(parts[0]), parts[1], target);
                assertTrue(together("prometheus", parts[0]), target);
            }
        }
        Set<String> measured = new TreeSet<>(Names.SERVICES);
        measured.addAll(Set.of("prometheus", "alertmanager", "node-exporter", "synthetic"));
        assertEquals(measured, asked);
        String token = prometheus().findValue("token_url").asText();
        assertEquals("https://keycloak:8443/realms/tanggap/protocol/openid-connect/token", token);
        assertTrue(together("prometheus", "keycloak"));
    }

    /** A token that crosses the network in the clear, or goes to whoever plays Keycloak, is no secret. */
    @Test
    void whoIsGivenATokenIsKnownByTheAuthority() throws IOException {
        JsonNode services = prometheus().at("/scrape_configs/0");
        assertEquals("https", services.path("scheme").asText());
        assertGiven("prometheus", services.at("/tls_config/ca_file").asText());
        assertGiven("prometheus", services.at("/oauth2/tls_config/ca_file").asText());
    }

    @Test
    void theyAreProbedWhereTheyListen() {
        for (String name : DeploymentFiles.WATCH) {
            String probe = service(name).path("healthcheck").path("test").toString();
            assertTrue(probe.contains("http://127.0.0.1:" + listens(name) + "/"), probe);
        }
    }

    @Test
    void grafanaAsksPrometheusAndReachesNothingElseOfTheSystem() throws IOException {
        assertEquals(
                "http://prometheus:" + listens("prometheus"),
                datasource("prometheus.yml").at("/datasources/0/url").asText());
        assertTrue(together("grafana", "prometheus"));
        assertEquals(
                DeploymentFiles.WATCH,
                new TreeSet<>(files.composeNames().stream()
                        .filter(name -> together("grafana", name))
                        .toList()));
    }

    /** It is there only for who asks for it, and so nothing else may need it. */
    @Test
    void servicesReachTheCollectorOfTracesWhereverTheyAreToldToSendThem() throws IOException {
        assertEquals(List.of("traces"), texts(service("jaeger").path("profiles")));
        for (String name : Names.SERVICES) {
            assertTrue(together(name, "jaeger"), name);
            assertEquals("", files.composeEnvironment(name).get("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT"), name);
        }
        for (String name : files.composeNames()) {
            assertFalse(service(name).path("depends_on").has("jaeger"), name);
        }
        JsonNode sources = datasource("jaeger.yml").at("/datasources/0");
        assertEquals("http://jaeger:" + listens("jaeger"), sources.path("url").asText());
        JsonNode link = datasource("prometheus.yml").at("/datasources/0/jsonData/exemplarTraceIdDestinations/0");
        assertEquals("trace_id", link.path("name").asText());
        assertEquals(sources.path("uid").asText(), link.path("datasourceUid").asText());
    }

    /** A link in an alert or a dashboard leads where a person at this machine gets. */
    @Test
    void pagesLinkToPublishedAddresses() throws IOException {
        String address = "http://127.0.0.1:" + listens("prometheus");
        assertEquals(address, flag("prometheus", "web.external-url"));
        assertEquals("http://127.0.0.1:" + listens("alertmanager"), flag("alertmanager", "web.external-url"));
        assertEquals(
                "http://127.0.0.1:" + listens("grafana"),
                files.composeEnvironment("grafana").get("GF_SERVER_ROOT_URL"));
        for (Path dashboard : filesBelow(MONITORING.resolve("dashboards"))) {
            assertTrue(Files.readString(dashboard).contains(address + "/user/runbooks"), dashboard.toString());
        }
        for (String name : List.of("prometheus", "alertmanager", "grafana")) {
            assertEquals(
                    List.of("127.0.0.1:" + listens(name) + ":" + listens(name)),
                    texts(service(name).path("ports")),
                    name);
        }
    }

    @Test
    void secretsAreThereAndGivenToWhoReadsThem() throws IOException {
        files.composeSecrets().forEach((name, file) -> assertTrue(Files.exists(file), name + ": " + file));
        JsonNode routes = YAML.readTree(
                MONITORING.resolve("alertmanager/alertmanager.yml").toFile());
        assertAll(
                () -> assertGiven(
                        "prometheus",
                        prometheus().findValue("client_secret_file").asText()),
                () -> assertGiven(
                        "alertmanager",
                        routes.at("/global/smtp_auth_password_file").asText()),
                () -> assertGiven(
                        "grafana", files.composeEnvironment("grafana").get("GF_SECURITY_ADMIN_PASSWORD__FILE")));
        assertTrue(Files.readString(secrets.resolve(DeploymentSecrets.GRAFANA_ADMIN))
                        .length()
                >= 32);
    }

    /** Without the first Prometheus gets no token, without the second the services give it no metrics. */
    @Test
    void theRealmKnowsPrometheusByItsSecretAndGivesItItsRole() throws IOException {
        JsonNode realm = new ObjectMapper()
                .readTree(secrets.resolve(DeploymentSecrets.REALM).toFile());
        String id = prometheus().findValue("client_id").asText();
        assertEquals(
                Files.readString(secrets.resolve(DeploymentSecrets.PROMETHEUS_CLIENT)),
                find(realm.path("clients"), "clientId", id).path("secret").asText());
        assertEquals(
                List.of("metrics"),
                texts(find(realm.path("users"), "serviceAccountClientId", id).path("realmRoles")));
    }

    @Test
    void secretsAreMadeOnceAndTheMailServersIsLeftAsItIs(@TempDir Path folder) throws IOException {
        DeploymentSecrets.write(folder, DeploymentSecrets.COMPOSE_BROKER);
        List<String> first = List.of(DeploymentSecrets.GRAFANA_ADMIN, DeploymentSecrets.PROMETHEUS_CLIENT);
        List<String> made = read(folder, first);
        Files.writeString(folder.resolve(DeploymentSecrets.ALERTMANAGER_MAIL), "theirs");
        DeploymentSecrets.write(folder, DeploymentSecrets.COMPOSE_BROKER);
        assertEquals(made, read(folder, first));
        assertEquals("theirs", Files.readString(folder.resolve(DeploymentSecrets.ALERTMANAGER_MAIL)));
    }

    @Test
    void noContainerMayMoreThanItMust() {
        for (String name : files.composeNames()) {
            JsonNode service = service(name);
            assertAll(
                    name,
                    () -> assertTrue(service.path("image").asText().matches("[\\w./-]+:v?\\d+\\.\\d+[.\\d]*")),
                    () -> assertEquals(List.of("ALL"), texts(service.path("cap_drop"))),
                    () -> assertEquals(List.of("no-new-privileges:true"), texts(service.path("security_opt"))),
                    () -> assertTrue(service.path("mem_limit").asText().matches("\\d+[mg]")),
                    () -> assertEquals(
                            !WRITE.contains(name), service.path("read_only").asBoolean()),
                    () -> assertTrue(Set.of("provision", DeploymentFiles.REPLAY).contains(name)
                            || service.path("healthcheck").path("test").size() > 1),
                    () -> texts(service.path("ports")).forEach(port -> assertTrue(port.startsWith("127.0.0.1:"), port)),
                    () -> texts(service.path("volumes")).stream()
                            .filter(volume -> volume.startsWith("."))
                            .forEach(volume -> assertTrue(volume.endsWith(":ro"), volume)));
        }
    }

    private static void assertGiven(String service, String file) {
        String name = file.replaceFirst("^/run/secrets/", "");
        assertTrue(texts(service(service).path("secrets")).contains(name), service + " is not given " + file);
        assertNotNull(files.composeSecrets().get(name), name);
    }

    private static JsonNode datasource(String file) throws IOException {
        return YAML.readTree(MONITORING
                .resolve("grafana/provisioning/datasources")
                .resolve(file)
                .toFile());
    }

    private static JsonNode prometheus() throws IOException {
        return YAML.readTree(MONITORING.resolve("prometheus/prometheus.yml").toFile());
    }

    private static JsonNode service(String name) {
        return YAML.valueToTree(files.composeService(name));
    }

    /** Where the file is in the container. */
    private static String mounted(String service, Path file) {
        for (String volume : texts(service(service).path("volumes"))) {
            String[] parts = volume.split(":");
            Path source = DeploymentFiles.ROOT.resolve(parts[0]).normalize();
            if (parts[0].startsWith(".") && file.normalize().startsWith(source)) {
                return Path.of(parts[1])
                        .resolve(source.relativize(file.normalize()))
                        .toString();
            }
        }
        return "nowhere: " + file;
    }

    private static String flag(String service, String name) {
        return texts(service(service).path("command")).stream()
                .filter(flag -> flag.startsWith("--" + name + "="))
                .map(flag -> flag.substring(name.length() + 3))
                .findFirst()
                .orElse("");
    }

    /** The port within the network. */
    private static String listens(String name) {
        String flag = flag(name, "web.listen-address");
        if (!flag.isEmpty()) {
            return flag.substring(1);
        }
        return switch (name) {
            case "grafana" -> files.composeEnvironment(name).get("GF_SERVER_HTTP_PORT");
            case Names.SYNTHETIC -> files.composeEnvironment(name).get("LISTEN").replaceFirst(".*:", "");
            default -> service(name).path("ports").path(0).asText().replaceFirst(".*:", "");
        };
    }

    private static boolean together(String one, String other) {
        List<String> networks = texts(service(one).path("networks"));
        return texts(service(other).path("networks")).stream().anyMatch(networks::contains);
    }

    private static JsonNode find(JsonNode nodes, String field, String value) {
        for (JsonNode node : nodes) {
            if (node.path(field).asText().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("no " + field + " " + value);
    }

    private static List<String> read(Path folder, List<String> names) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(Files.readString(folder.resolve(name)));
        }
        return contents;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
