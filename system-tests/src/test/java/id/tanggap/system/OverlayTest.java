package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an overlay of operators' resources refers to is there, and it runs as it must. */
class OverlayTest {
    /** Keys of the Secrets that operators make, by the names that their documentation gives them. */
    private static final Map<String, Set<String>> MADE = Map.of(
            "Secret tanggap-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"),
            "Secret kafka-user-scaler", Set.of("password", "sasl.jaas.config"));

    private static final Pattern JOB = Pattern.compile("job=\"([^\"]+)\"");
    /** Of a broker, not of a service's client. */
    private static final Pattern KAFKA = Pattern.compile("kafka_(server|controller|log|network)_\\w+");

    private static final Set<String> CERTIFICATE = Set.of("ca.crt", "tls.crt", "tls.key");
    private static final Set<String> BASIC_AUTH = Set.of("username", "password");

    private static Rendered overlay;

    @BeforeAll
    static void render() throws IOException {
        overlay = Rendered.kabupaten();
    }

    @Test
    void whatIsReferredToIsThere() {
        Map<String, Set<String>> there = new TreeMap<>(MADE);
        overlay.documents("Certificate")
                .forEach(certificate ->
                        there.put("Secret " + certificate.at("/spec/secretName").asText(), CERTIFICATE));
        for (JsonNode document : overlay.documents()) {
            String kind = document.path("kind").asText();
            if (Set.of("ConfigMap", "Secret").contains(kind)) {
                Set<String> keys = new TreeSet<>();
                document.path("data").fieldNames().forEachRemaining(keys::add);
                there.put(kind + " " + Rendered.nameOf(document), keys);
            }
            if (kind.equals("ServiceAccount")) {
                assertFalse(document.path("automountServiceAccountToken").asBoolean(true), Rendered.nameOf(document));
                there.put(kind + " " + Rendered.nameOf(document), Set.of());
            }
        }
        Set<String> missing = new TreeSet<>();
        Set<String> used = new HashSet<>();
        overlay.documents().forEach(document -> References.of(document).forEach(reference -> {
            used.add(reference.object());
            Set<String> keys = there.get(reference.object());
            if (keys == null || !keys.containsAll(reference.keys())) {
                missing.add(
                        document.path("kind").asText() + " " + Rendered.nameOf(document) + " asks for " + reference);
            }
        }));
        assertEquals(Set.of(), missing);
        there.keySet().removeAll(used);
        there.keySet().removeIf(name -> name.startsWith("ConfigMap dashboard-"));
        assertEquals(Set.of(), there.keySet(), "nobody asks for these");
    }

    @Test
    void accountsOfDatabasesAreOfTheKindThatTheOperatorTakes() {
        for (JsonNode cluster : overlay.documents("Cluster")) {
            String secret = cluster.at("/spec/bootstrap/initdb/secret/name").asText();
            JsonNode account = overlay.named("Secret", secret);
            Set<String> keys = new TreeSet<>();
            account.path("data").fieldNames().forEachRemaining(keys::add);
            assertEquals("kubernetes.io/basic-auth", account.path("type").asText(), secret);
            assertEquals(BASIC_AUTH, keys, secret);
            assertEquals(
                    cluster.at("/spec/bootstrap/initdb/owner").asText(),
                    new String(Base64.getDecoder()
                            .decode(account.at("/data/username").asText())));
        }
    }

    @Test
    void everyServiceHasADatabaseOfItsOwnThatIsBackedUp() {
        Set<String> backedUp = overlay.documents("ScheduledBackup").stream()
                .map(backup -> backup.at("/spec/cluster/name").asText())
                .collect(Collectors.toSet());
        for (String service : Names.SERVICES) {
            String name = Names.database(service);
            JsonNode cluster = overlay.named("Cluster", "postgres-" + name).path("spec");
            assertAll(
                    service,
                    () -> assertEquals(
                            name, cluster.at("/bootstrap/initdb/database").asText()),
                    () -> assertEquals(
                            Names.databaseOwner(service),
                            cluster.at("/bootstrap/initdb/owner").asText()),
                    // A commit that is on one disk only is lost with it, and one that a new first server lacks is, too.
                    () -> assertTrue(
                            cluster.at("/postgresql/synchronous/failoverQuorum").asBoolean()),
                    () -> assertEquals(
                            "required",
                            cluster.at("/postgresql/synchronous/dataDurability").asText()),
                    () -> assertTrue(cluster.at("/bootstrap/initdb/postInitApplicationSQL")
                            .toString()
                            .contains("revoke all on database " + name + " from public")),
                    () -> Databases.DISCREET.forEach(setting -> assertEquals(
                            setting.replaceFirst(".*=", ""),
                            cluster.at("/postgresql/parameters")
                                    .path(setting.replaceFirst("=.*", ""))
                                    .asText())));
        }
        overlay.documents("Cluster").forEach(cluster -> {
            assertTrue(backedUp.contains(Rendered.nameOf(cluster)), Rendered.nameOf(cluster));
            overlay.named(
                    "ObjectStore",
                    cluster.at("/spec/plugins/0/parameters/barmanObjectName").asText());
        });
    }

    @Test
    void whatIsRemovedFromTheClusterTakesNoCallsWithIt() {
        JsonNode kafka = overlay.named("Kafka", "tanggap").path("spec");
        assertEquals("false", kafka.at("/kafka/config/delete.topic.enable").asText());
        // With finalizers a topic that may not be deleted would keep its resource, and the namespace, for ever.
        assertEquals(
                "STRIMZI_USE_FINALIZERS=false",
                kafka.at("/entityOperator/template/topicOperatorContainer/env/0/name")
                                .asText() + "="
                        + kafka.at("/entityOperator/template/topicOperatorContainer/env/0/value")
                                .asText());
        assertFalse(overlay.named("KafkaNodePool", "broker")
                .at("/spec/storage/volumes/0/deleteClaim")
                .asBoolean(true));
    }

    /** A Service that leads to a port which nobody has, or a probe of one, is seen by the first caller only. */
    @Test
    void portsAreThoseOfTheContainers() {
        for (JsonNode service : overlay.documents("Service")) {
            JsonNode container =
                    overlay.named("Deployment", Rendered.nameOf(service)).at("/spec/template/spec/containers/0");
            Set<String> names = new HashSet<>(container.path("ports").findValuesAsText("name"));
            assertTrue(names.contains(service.at("/spec/ports/0/targetPort").asText()), Rendered.nameOf(service));
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertTrue(
                        names.contains(
                                container.at("/" + probe + "/httpGet/port").asText()),
                        Rendered.nameOf(service) + " " + probe);
            }
            overlay.named("PodDisruptionBudget", Rendered.nameOf(service));
        }
        assertEquals(Names.SERVICES.size(), overlay.documents("Service").size());
    }

    /** A rule that asks for a job which no monitor gives would never fire, and nobody would miss it. */
    @Test
    void rulesAskForJobsThatAreWatched() {
        Set<String> watched = new TreeSet<>();
        overlay.documents("PodMonitor").forEach(monitor -> monitor.findParents("targetLabel").stream()
                .filter(label -> label.path("targetLabel").asText().equals("job"))
                .forEach(label -> watched.add(label.path("replacement").asText())));
        Set<String> asked = new TreeSet<>();
        overlay.documents("PrometheusRule").forEach(rules -> rules.findValuesAsText("expr")
                .forEach(expression -> JOB.matcher(expression).results().forEach(job -> asked.add(job.group(1)))));
        // A cluster's own rules watch its nodes.
        asked.remove("machine");
        assertEquals(watched, asked);
    }

    /** What rules ask of Kafka is what its brokers are told to show. */
    @Test
    void brokersShowWhatRulesAskFor() {
        JsonNode shown = overlay.named("Kafka", "tanggap").at("/spec/kafka/metricsConfig/values/allowList");
        Set<String> asked = new TreeSet<>();
        overlay.documents("PrometheusRule").forEach(rules -> rules.findValuesAsText("expr")
                .forEach(expression ->
                        KAFKA.matcher(expression).results().forEach(metric -> asked.add(metric.group()))));
        assertFalse(asked.isEmpty());
        asked.forEach(metric -> assertTrue(
                StreamSupport.stream(shown.spliterator(), false).anyMatch(each -> metric.matches(each.asText())),
                metric));
    }

    @Test
    void everyImageIsOfOneVersion() throws IOException {
        Set<String> images = new TreeSet<>();
        overlay.documents().forEach(document -> {
            images.addAll(document.findValuesAsText("image"));
            images.addAll(document.findValuesAsText("imageName"));
        });
        images.forEach(image -> assertTrue(image.matches("[a-z./-]+:\\d+\\.\\d[\\w.-]*"), image));
        String bom = Files.readString(DeploymentFiles.ROOT.resolve("platform-bom/pom.xml"));
        Map<String, String> pinned = Map.of(
                "quay.io/keycloak/keycloak:(.*)", "<keycloak.version>%s</",
                "ghcr.io/cloudnative-pg/postgresql:([\\d.]+)-standard-trixie", "<postgresql.binaries.version>%s.0</");
        pinned.forEach((image, property) -> {
            String version = images.stream()
                    .map(Pattern.compile(image)::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(image + " in " + images));
            assertTrue(bom.contains(property.formatted(version)), version);
        });
        String readme = Files.readString(DeploymentFiles.ROOT.resolve("k8s/README.md"));
        String strimzi = Pattern.compile("<strimzi.version>([^<]+)<")
                .matcher(bom)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertTrue(readme.contains("Strimzi | " + strimzi), "the README names another Strimzi than its types are of");
    }

    @Test
    void podsAreAllowedNothingThatTheNamespaceRefuses() {
        JsonNode labels = overlay.named("Namespace", "tanggap").at("/metadata/labels");
        assertEquals(
                "restricted", labels.path("pod-security.kubernetes.io/enforce").asText());
        for (JsonNode deployment : overlay.documents("Deployment")) {
            JsonNode pod = deployment.at("/spec/template/spec");
            String name = Rendered.nameOf(deployment);
            assertAll(
                    name,
                    () -> assertEquals(name, pod.path("serviceAccountName").asText()),
                    () -> assertFalse(pod.path("automountServiceAccountToken").asBoolean(true)),
                    () -> assertSecure(pod.path("securityContext"), pod.at("/containers/0/securityContext")),
                    () -> assertTrue(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                            .asBoolean()));
        }
        JsonNode keycloak = overlay.named("Keycloak", "keycloak").at("/spec/unsupported/podTemplate/spec");
        JsonNode brokers = overlay.named("KafkaNodePool", "broker").at("/spec/template");
        JsonNode entities = overlay.named("Kafka", "tanggap").at("/spec/entityOperator/template");
        assertAll(
                () -> assertSecure(keycloak.path("securityContext"), keycloak.at("/containers/0/securityContext")),
                () -> assertSecure(brokers.at("/pod/securityContext"), brokers.at("/kafkaContainer/securityContext")),
                () -> assertSecure(brokers.at("/pod/securityContext"), brokers.at("/initContainer/securityContext")),
                () -> assertSecure(
                        entities.at("/pod/securityContext"), entities.at("/topicOperatorContainer/securityContext")),
                () -> assertSecure(
                        entities.at("/pod/securityContext"), entities.at("/userOperatorContainer/securityContext")));
    }

    private static void assertSecure(JsonNode pod, JsonNode container) {
        assertAll(
                () -> assertTrue(pod.path("runAsNonRoot").asBoolean()),
                () -> assertEquals(
                        "RuntimeDefault", pod.at("/seccompProfile/type").asText()),
                () -> assertFalse(container.path("allowPrivilegeEscalation").asBoolean(true)),
                () -> assertEquals(
                        "[\"ALL\"]", container.at("/capabilities/drop").toString()));
    }
}
