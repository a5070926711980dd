package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster's own Prometheus and Grafana are given is what the launcher's have, and finds the pods. Nothing is started here. */
class MonitoringInKubernetesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path MONITORING = DeploymentFiles.ROOT.resolve("monitoring");

    @TempDir
    static Path secrets;

    private static DeploymentFiles files;

    @BeforeAll
    static void readFiles() throws IOException {
        files = DeploymentFiles.withSecretsIn(secrets);
    }

    @Test
    void everyRuleIsThere() throws IOException {
        TreeMap<String, JsonNode> committed = new TreeMap<>();
        for (Path file : filesIn(MONITORING.resolve("prometheus/rules"))) {
            committed.put(name(file), YAML.readTree(file.toFile()).path("groups"));
        }
        TreeMap<String, JsonNode> resources = new TreeMap<>();
        documents("PrometheusRule")
                .forEach(rule -> resources.put(rule.at("/metadata/name").asText(), rule.at("/spec/groups")));
        assertFalse(committed.isEmpty());
        assertEquals(committed, resources);
        // The operator's list is a map by these.
        resources.forEach((name, groups) -> assertEquals(
                groups.size(), Set.copyOf(groups.findValuesAsText("name")).size(), name));
    }

    @Test
    void everyDashboardIsThere() throws IOException {
        Set<String> maps = new TreeSet<>();
        files.generated().forEach((name, content) -> {
            if (name.startsWith("dashboard-")) {
                assertEquals(Set.of(name.replaceFirst("dashboard-", "") + ".json"), content.keySet());
                maps.addAll(content.values());
            }
        });
        assertEquals(
                filesIn(MONITORING.resolve("dashboards")).stream()
                        .map(file -> file.normalize().toString())
                        .collect(Collectors.toCollection(TreeSet::new)),
                maps);
    }

    /** By the same names as those of prometheus.yml, for the rules ask for them. */
    @Test
    void everyServiceIsAskedWithTheTokenOfTheRealmsClient() throws IOException {
        JsonNode local = YAML.readTree(
                        MONITORING.resolve("prometheus/prometheus.yml").toFile())
                .at("/scrape_configs/0");
        JsonNode monitor = named(documents("PodMonitor"), "PodMonitor", "tanggap");
        assertEquals(1, monitor.at("/spec/podMetricsEndpoints").size());
        JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
        assertEquals(new TreeSet<>(Names.SERVICES), selected(monitor.at("/spec/selector")));
        for (String service : Names.SERVICES) {
            assertTrue(
                    files.container(service)
                            .get("ports")
                            .toString()
                            .contains("name=" + endpoint.path("port").asText() + ","),
                    service);
        }
        JsonNode oauth2 = endpoint.path("oauth2");
        assertAll(
                () -> assertEquals(
                        local.path("metrics_path").asText(),
                        endpoint.path("path").asText()),
                () -> assertEquals(local.at("/oauth2/client_id").asText(), value(oauth2.at("/clientId/secret"))),
                () -> assertEquals(
                        secrets.resolve(DeploymentSecrets.PROMETHEUS_CLIENT).toString(),
                        value(oauth2.path("clientSecret"))),
                () -> assertEquals(
                        local.at("/oauth2/token_url").asText().replace("//keycloak:", "//keycloak.tanggap.svc:"),
                        oauth2.path("tokenUrl").asText()),
                () -> assertEquals(
                        local.path("job_name").asText(),
                        relabeled(endpoint, "job").path("replacement").asText()),
                () -> assertEquals(
                        "__meta_kubernetes_pod_label_app_kubernetes_io_name",
                        relabeled(endpoint, "service").at("/sourceLabels/0").asText()),
                () -> assertEquals(Names.SERVICES, local.path("static_configs").findValuesAsText("service")));
    }

    @Test
    void theSyntheticCallIsAskedWhereItListensUnderTheNameThatRulesAskFor() throws IOException {
        JsonNode local = YAML.readTree(
                        MONITORING.resolve("prometheus/prometheus.yml").toFile())
                .at("/scrape_configs/1");
        JsonNode monitor = named(documents("PodMonitor"), "PodMonitor", Names.SYNTHETIC);
        JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
        assertAll(
                () -> assertEquals(Set.of(Names.SYNTHETIC), selected(monitor.at("/spec/selector"))),
                () -> assertTrue(files.container(Names.SYNTHETIC)
                        .get("ports")
                        .toString()
                        .contains("name=" + endpoint.path("port").asText() + ",")),
                () -> assertEquals("/metrics", endpoint.path("path").asText()),
                () -> assertEquals(
                        local.path("job_name").asText(),
                        relabeled(endpoint, "job").path("replacement").asText()));
    }

    /** On a single node; where operators run the servers, OverlayFlowsTest knows every flow. */
    @Test
    void theSyntheticCallReachesWhatItNeedsAndNothingElse(@TempDir Path copy) throws IOException {
        List<JsonNode> rendered = render(copy);
        List<Flows.End> ends = new ArrayList<>();
        TreeSet<Integer> ports = new TreeSet<>();
        for (String kind : List.of("Deployment", "StatefulSet")) {
            for (JsonNode workload : of(kind, rendered)) {
                TreeMap<String, Integer> listens = new TreeMap<>();
                for (JsonNode port : workload.at("/spec/template/spec/containers/0/ports")) {
                    listens.put(
                            port.path("name").asText(),
                            port.path("containerPort").asInt());
                }
                ports.addAll(listens.values());
                ends.add(Flows.End.pod(
                        workload.at("/metadata/name").asText(),
                        Flows.labels(workload.at("/spec/template/metadata/labels")),
                        listens));
            }
        }
        Set<String> open = new Flows(of("NetworkPolicy", rendered))
                .open(ends, List.copyOf(ports)).stream()
                        .filter(flow ->
                                flow.startsWith(Names.SYNTHETIC + " -> ") || flow.contains("-> " + Names.SYNTHETIC))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Set.of(
                        "synthetic -> intake-service:8101",
                        "synthetic -> ticket-service:8103",
                        "synthetic -> kafka:9092",
                        "synthetic -> keycloak:8443"),
                open);
    }

    @Test
    void theyFindRulesPodsAndDashboardsByTheSameRelease() throws IOException {
        JsonNode kustomization =
                YAML.readTree(MONITORING.resolve("kustomization.yaml").toFile());
        for (JsonNode monitor : documents("PodMonitor")) {
            assertEquals(
                    kustomization.at("/labels/0/pairs/release"),
                    monitor.at("/metadata/labels/release"),
                    monitor.at("/metadata/name").asText());
        }
        assertEquals(
                "1",
                kustomization.at("/generatorOptions/labels/grafana_dashboard").asText());
    }

    /** One peer with both: two would open the port to all of the namespace, and to any pod that is called so. */
    @Test
    void onlyPrometheusIsLetInAndOnlyWhereItMustBe() {
        TreeMap<String, String> opened = new TreeMap<>();
        for (JsonNode policy : documents("NetworkPolicy")) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                if (rule.toString().contains("tanggap.id/monitoring")) {
                    assertEquals(
                            "[{\"namespaceSelector\":{\"matchLabels\":{\"tanggap.id/monitoring\":\"true\"}},"
                                    + "\"podSelector\":{\"matchLabels\":{\"app.kubernetes.io/name\":\"prometheus\"}}}]",
                            rule.path("from").toString());
                    selected(policy.at("/spec/podSelector"))
                            .forEach(pod -> opened.put(pod, rule.at("/ports").toString()));
                }
            }
        }
        TreeMap<String, String> wanted = new TreeMap<>();
        Names.SERVICES.forEach(service -> wanted.put(service, "[{\"protocol\":\"TCP\",\"port\":\"http\"}]"));
        wanted.put("synthetic", "[{\"protocol\":\"TCP\",\"port\":\"metrics\"}]");
        wanted.put("keycloak", "[{\"protocol\":\"TCP\",\"port\":8443}]");
        assertEquals(wanted, opened);
    }

    @Test
    void everySelectorOfAPolicySelectsAPod() {
        for (JsonNode policy : documents("NetworkPolicy")) {
            List<JsonNode> selectors = new ArrayList<>(List.of(policy.at("/spec/podSelector")));
            Stream.of("ingress", "egress")
                    .flatMap(way -> policy.at("/spec/" + way).findParents("podSelector").stream())
                    .filter(peer -> !peer.has("namespaceSelector"))
                    .forEach(peer -> selectors.add(peer.path("podSelector")));
            selectors.forEach(selector ->
                    assertFalse(selected(selector).isEmpty(), policy.at("/metadata/name") + ": " + selector));
        }
    }

    /** As kubectl would apply it: every file arrives whole, and every name that is referred to is one that there is. */
    @Test
    void kustomizeMakesOneWholeOfIt(@TempDir Path copy) throws IOException {
        List<JsonNode> rendered = render(copy);
        Set<String> maps = new TreeSet<>();
        for (JsonNode document : rendered) {
            if (Set.of("ConfigMap", "Secret").contains(document.path("kind").asText())) {
                maps.add(document.at("/metadata/name").asText());
            }
            assertTrue(
                    document.path("kind").asText().equals("Namespace")
                            || document.at("/metadata/namespace").asText().equals("tanggap"),
                    document.at("/metadata").toString());
        }
        Set<String> referred = new TreeSet<>();
        rendered.forEach(document -> {
            for (String key : List.of("configMapRef", "secretRef", "configMap", "clientSecret", "secret")) {
                document.findValues(key).stream()
                        .filter(JsonNode::isObject)
                        .forEach(reference -> referred.add(reference
                                .path(reference.has("name") ? "name" : "secretName")
                                .asText()));
            }
        });
        assertTrue(maps.containsAll(referred), referred + " in " + maps);
        for (Path file : filesIn(MONITORING.resolve("dashboards"))) {
            JsonNode map = named(rendered, "ConfigMap", "dashboard-" + name(file));
            assertAll(
                    () -> assertEquals(
                            Files.readString(file),
                            map.path("data").path(file.getFileName().toString()).asText()),
                    () -> assertEquals(
                            "1", map.at("/metadata/labels/grafana_dashboard").asText()));
        }
        for (Path file : filesIn(MONITORING.resolve("prometheus/rules"))) {
            JsonNode rule = named(rendered, "PrometheusRule", name(file));
            assertEquals(YAML.readTree(file.toFile()).path("groups"), rule.at("/spec/groups"));
            assertEquals(
                    named(rendered, "PodMonitor", "tanggap").at("/metadata/labels/release"),
                    rule.at("/metadata/labels/release"));
        }
        assertEquals(
                Files.readString(secrets.resolve(DeploymentSecrets.PROMETHEUS_CLIENT)),
                new String(Base64.getDecoder()
                        .decode(named(rendered, "Secret", "prometheus-client")
                                .at("/data/secret")
                                .asText())));
    }

    /** One node, as whoever applies it gets it: nothing is left of the base's way to speak in the clear. */
    @Test
    void everyConnectionOfTheServicesIsEncryptedAndItsOtherEndProven(@TempDir Path copy) throws IOException {
        List<JsonNode> rendered = render(copy);
        JsonNode told = named(rendered, "ConfigMap", "tanggap").path("data");
        assertAll(
                () -> assertEquals(
                        "SASL_SSL", told.path("KAFKA_SECURITY_PROTOCOL").asText()),
                () -> assertEquals(
                        "verify-full",
                        told.path("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE")
                                .asText()),
                () -> assertEquals(
                        "https://keycloak:8443/realms/tanggap",
                        told.path("QUARKUS_OIDC_AUTH_SERVER_URL").asText()));
        Set<String> files = new TreeSet<>();
        told.forEach(value -> files.add(value.asText()));
        files.removeIf(value -> !value.startsWith("/run/"));
        assertEquals(Set.of("/run/trust/ca.crt"), files);
        for (String service : Names.SERVICES) {
            JsonNode pod = named(rendered, "Deployment", service).at("/spec/template/spec");
            String database = Names.database(service);
            assertTrue(
                    find(pod.at("/containers/0/env"), "QUARKUS_DATASOURCE_JDBC_URL")
                            .path("value")
                            .asText()
                            .endsWith(":5432/" + database + "?sslmode=verify-full&sslrootcert=/run/trust/ca.crt"),
                    service);
            assertEquals(
                    "/run/trust",
                    find(pod.at("/containers/0/volumeMounts"), "trust")
                            .path("mountPath")
                            .asText(),
                    service);
            assertEquals(
                    "authority",
                    find(pod.path("volumes"), "trust").at("/configMap/name").asText(),
                    service);
        }
        JsonNode egress = named(rendered, "NetworkPolicy", "services").at("/spec/egress");
        assertEquals(List.of("9092", "5432", "8443"), egress.findValuesAsText("port"));
        assertEquals(
                Set.of("ca.crt"),
                Set.copyOf(named(rendered, "ConfigMap", "authority").path("data").properties().stream()
                        .map(entry -> entry.getKey())
                        .toList()));
    }

    /** Whoever has a server's key can play it. */
    @Test
    void aServersKeyIsMountedInItsPodAlone(@TempDir Path copy) throws IOException {
        TreeMap<String, Set<String>> mounted = new TreeMap<>();
        List<JsonNode> rendered = render(copy);
        for (JsonNode document : rendered) {
            for (JsonNode volume : document.at("/spec/template/spec/volumes")) {
                volume.findParents("secret").forEach(source -> Stream.of("name", "secretName")
                        .map(field -> source.path("secret").path(field).asText())
                        .filter(secret -> secret.contains("-tls"))
                        .forEach(secret -> mounted.computeIfAbsent(
                                        document.at("/metadata/name").asText(), x -> new TreeSet<>())
                                .add(secret.replaceFirst("-tls.*", ""))));
            }
        }
        assertEquals(
                Set.of("kafka", "keycloak", "postgres").stream().collect(Collectors.toMap(name -> name, Set::of)),
                mounted);
        // Where server.properties and the servers' arguments look for it.
        mounted.keySet().forEach(name -> {
            JsonNode container = named(rendered, "StatefulSet", name).at("/spec/template/spec/containers/0");
            assertEquals(
                    "/run/secrets",
                    find(container.path("volumeMounts"), "tls")
                            .path("mountPath")
                            .asText(),
                    name);
            assertTrue(named(rendered, "Secret", name + "-tls").path("data").has(name + ".pem"), name);
        });
    }

    private static List<JsonNode> render(Path copy) throws IOException {
        Rendered.copyManifests(copy);
        Path own = Files.createDirectories(copy.resolve("k8s/overlays/single-node/secrets"));
        for (Path folder : List.of(secrets, secrets.resolve(DeploymentSecrets.TLS))) {
            for (Path file : filesIn(folder)) {
                Path to = own.resolve(secrets.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return Rendered.render(
                copy.resolve("k8s/overlays").resolve(DeploymentFiles.MONITORED.getFileName()),
                copy.resolve("rendered.yaml"));
    }

    /** A secret's value, or the path of the file that it is made from. */
    private static String value(JsonNode reference) {
        return files.generated()
                .get(reference.path("name").asText())
                .get(reference.path("key").asText());
    }

    private static JsonNode relabeled(JsonNode endpoint, String label) {
        for (JsonNode each : endpoint.path("relabelings")) {
            if (each.path("targetLabel").asText().equals(label)) {
                return each;
            }
        }
        throw new AssertionError("no label " + label);
    }

    /** The workloads whose pods have the labels; all, if it names none. */
    private static Set<String> selected(JsonNode selector) {
        Set<String> names = new TreeSet<>();
        for (String kind : List.of("Deployment", "StatefulSet", "Job")) {
            for (JsonNode workload : documents(kind)) {
                JsonNode labels = workload.at("/spec/template/metadata/labels");
                if (selector.path("matchLabels").properties().stream()
                        .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()))) {
                    names.add(workload.at("/metadata/name").asText());
                }
            }
        }
        return names;
    }

    private static JsonNode find(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no " + name + " in " + list);
    }

    /** Of a name that may end with the hash of a content. */
    private static JsonNode named(List<JsonNode> documents, String kind, String name) {
        return of(kind, documents).stream()
                .filter(document -> document.at("/metadata/name").asText().matches(name + "(-[a-z0-9]{10})?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static List<JsonNode> of(String kind, List<JsonNode> documents) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> documents(String kind) {
        return files.documents(kind).stream()
                .map(document -> YAML.<JsonNode>valueToTree(document))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
