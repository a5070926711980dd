package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.stack.Names;
import id.tanggap.system.Flows.End;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * In an overlay whose servers are run by operators every flow that the design needs is open, and no other. Labels of what operators
 * make are theirs: Strimzi 1.2, CloudNativePG 1.30, the Keycloak operator 26.7, KEDA 2.20.
 */
class OverlayFlowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DATABASES = List.of("intake", "triage", "ticket", "notification", "keycloak");
    private static final List<Integer> PORTS = List.of(
            53, 80, 443, 5432, 6443, 7800, 8000, 8080, 8101, 8102, 8103, 8104, 8194, 8443, 9000, 9090, 9091, 9092, 9093,
            9094, 9404, 57800);

    private static Rendered overlay;

    @BeforeAll
    static void render() throws IOException {
        overlay = Rendered.kabupaten();
    }

    @Test
    void whatIsNeededIsOpenAndNothingElse() {
        assertEquals(lines(wanted()), lines(new Flows(policies()).open(ends(), PORTS)));
    }

    @Test
    void nobodyIsLetInWhomOnlyPoliciesOfTheirOwnKeepAway() {
        TreeSet<String> wanted = wanted();
        wanted.removeIf(flow ->
                ends().stream().filter(End::ours).noneMatch(end -> flow.matches(".* -> " + end.name() + ":\\d+")));
        ends().stream().filter(End::ours).forEach(end -> List.of(9094, 9404)
                .forEach(port -> wanted.add(end.name() + " -> kafka:" + port)));
        assertEquals(lines(wanted), lines(new Flows(policies()).letIn(ends(), PORTS)));
    }

    /** One that selects nothing protects nothing, whatever it says. */
    @Test
    void everySelectorSelectsSomething() {
        for (String kind : List.of("NetworkPolicy", "PodDisruptionBudget", "Service")) {
            for (JsonNode document : overlay.documents(kind)) {
                String path = kind.equals("NetworkPolicy") ? "/spec/podSelector" : "/spec/selector";
                JsonNode selector = document.at(path);
                JsonNode labels =
                        kind.equals("Service") ? JSON.createObjectNode().set("matchLabels", selector) : selector;
                assertTrue(
                        ends().stream().filter(End::ours).anyMatch(end -> Flows.selects(labels, end.labels())),
                        kind + " " + Rendered.nameOf(document) + " " + selector);
            }
        }
        for (JsonNode deployment : overlay.documents("Deployment")) {
            JsonNode pod = deployment.at("/spec/template");
            Map<String, String> labels = Flows.labels(pod.at("/metadata/labels"));
            assertTrue(Flows.selects(deployment.at("/spec/selector"), labels), Rendered.nameOf(deployment));
            JsonNode spread = pod.at("/spec/topologySpreadConstraints/0/labelSelector");
            if (deployment.at("/spec/replicas").asInt(2) > 1) {
                assertTrue(!spread.isMissingNode() && Flows.selects(spread, labels), Rendered.nameOf(deployment));
            }
        }
    }

    private static TreeSet<String> wanted() {
        TreeSet<String> flows = new TreeSet<>();
        Map<String, Integer> http = new TreeMap<>();
        Names.SERVICES.forEach(service -> http.put(service, port(service)));
        http.forEach((service, port) -> {
            flows.add("ingress -> " + service + ":" + port);
            flows.add("prometheus -> " + service + ":" + port);
            flows.add(service + " -> kafka:9093");
            flows.add(service + " -> keycloak:8443");
            flows.add(service + " -> postgres-" + Names.database(service) + ":5432");
        });
        for (String service : List.of("intake-service", "ticket-service")) {
            flows.add("synthetic -> " + service + ":" + port(service));
        }
        flows.addAll(List.of(
                "synthetic -> kafka:9093",
                "synthetic -> keycloak:8443",
                "prometheus -> synthetic:" + port("synthetic")));
        for (String client : List.of("ingress", "prometheus")) {
            flows.add(client + " -> keycloak:8443");
        }
        flows.add("keycloak -> postgres-keycloak:5432");
        flows.add("realm-import -> postgres-keycloak:5432");
        flows.add("keycloak -> keycloak:7800");
        flows.add("keycloak -> keycloak:57800");
        for (String name : DATABASES) {
            String database = "postgres-" + name;
            for (int port : List.of(5432, 8000)) {
                flows.add(database + " -> " + database + ":" + port);
                flows.add("cnpg-operator -> " + database + ":" + port);
            }
            toTheClustersInterface(database, flows);
        }
        toTheClustersInterface("kafka", flows);
        toTheClustersInterface("entity-operator", flows);
        toTheClustersInterface("keycloak-operator", flows);
        flows.addAll(List.of(
                "kafka -> kafka:9090",
                "kafka -> kafka:9091",
                "entity-operator -> kafka:9091",
                "strimzi-operator -> kafka:9090",
                "strimzi-operator -> kafka:9091",
                "strimzi-operator -> kafka:8443",
                "keda -> kafka:9093"));
        // Agencies, at Kafka's listener with a password of their own; how far they come is the overlay's to narrow.
        ends().stream().filter(end -> !end.ours()).forEach(end -> flows.add(end.name() + " -> kafka:9094"));
        // Counts of partitions, which Strimzi shows to everybody.
        ends().stream().filter(end -> !end.ours()).forEach(end -> flows.add(end.name() + " -> kafka:9404"));
        PORTS.forEach(port -> flows.add("notification-service -> internet:" + port));
        ends().stream().filter(End::ours).forEach(end -> flows.add(end.name() + " -> dns:53"));
        return flows;
    }

    /** Whose address no policy can name; and the object store's, for databases. Nothing of ours listens at these ports. */
    private static void toTheClustersInterface(String pod, TreeSet<String> flows) {
        ends().stream().filter(end -> !end.ours()).forEach(end -> List.of(443, 6443)
                .forEach(port -> flows.add(pod + " -> " + end.name() + ":" + port)));
    }

    private static List<End> ends() {
        List<End> ends = new ArrayList<>();
        for (JsonNode deployment : overlay.documents("Deployment")) {
            String name = Rendered.nameOf(deployment);
            JsonNode pod = deployment.path("spec").path("template");
            ends.add(End.pod(
                    name,
                    Flows.labels(pod.at("/metadata/labels")),
                    Map.of(pod.at("/spec/containers/0/ports/0/name").asText(), port(name))));
        }
        for (JsonNode kafka : overlay.documents("Kafka")) {
            ends.add(strimzi("kafka", Rendered.nameOf(kafka), "kafka"));
            ends.add(strimzi("entity-operator", Rendered.nameOf(kafka), "entity-operator"));
        }
        for (JsonNode cluster : overlay.documents("Cluster")) {
            String name = Rendered.nameOf(cluster);
            ends.add(End.pod(name, Map.of("cnpg.io/cluster", name, "app.kubernetes.io/name", "postgresql"), Map.of()));
        }
        for (JsonNode keycloak : overlay.documents("Keycloak")) {
            String name = Rendered.nameOf(keycloak);
            ends.add(End.pod("keycloak", keycloak("keycloak", name), Map.of()));
            ends.add(End.pod("realm-import", keycloak("keycloak-realm-import", name), Map.of()));
        }
        ends.add(End.pod("keycloak-operator", Map.of("app.kubernetes.io/name", "keycloak-operator"), Map.of()));
        ends.add(elsewhere("cnpg-operator", "cnpg-system", "app.kubernetes.io/name", "cloudnative-pg"));
        ends.add(elsewhere("strimzi-operator", "strimzi", "strimzi.io/kind", "cluster-operator"));
        ends.add(elsewhere("keda", "keda", "app", "keda-operator"));
        ends.add(elsewhere("dns", "kube-system", "k8s-app", "kube-dns"));
        ends.add(elsewhere("stranger", "default", "app.kubernetes.io/name", "prometheus"));
        ends.add(End.elsewhere("ingress", Map.of("tanggap.id/ingress", "true"), Map.of("app", "ingress")));
        ends.add(End.elsewhere(
                "prometheus", Map.of("tanggap.id/monitoring", "true"), Map.of("app.kubernetes.io/name", "prometheus")));
        ends.add(End.elsewhere("grafana", Map.of("tanggap.id/monitoring", "true"), Map.of("app", "grafana")));
        ends.add(End.outside("internet", "203.0.113.7"));
        ends.add(End.outside("neighbour", "10.20.0.7"));
        return ends;
    }

    private static End strimzi(String name, String cluster, String part) {
        return End.pod(
                name,
                Map.of(
                        "strimzi.io/cluster",
                        cluster,
                        "strimzi.io/kind",
                        "Kafka",
                        "strimzi.io/name",
                        cluster + "-" + part,
                        "app.kubernetes.io/name",
                        part),
                Map.of());
    }

    private static Map<String, String> keycloak(String app, String name) {
        return Map.of(
                "app",
                app,
                "app.kubernetes.io/managed-by",
                "keycloak-operator",
                "app.kubernetes.io/instance",
                name,
                "app.kubernetes.io/component",
                "server");
    }

    private static End elsewhere(String name, String namespace, String label, String value) {
        return End.elsewhere(name, Map.of("kubernetes.io/metadata.name", namespace), Map.of(label, value));
    }

    /** The overlay's own, and what Strimzi makes of a Kafka's listeners beside the ways that its own parts need. */
    private static List<JsonNode> policies() {
        ObjectNode strimzi = JSON.createObjectNode();
        ObjectNode spec = strimzi.putObject("spec");
        spec.putObject("podSelector").putObject("matchLabels").put("strimzi.io/name", "tanggap-kafka");
        spec.putArray("policyTypes").add("Ingress");
        ArrayNode rules = spec.putArray("ingress");
        for (JsonNode listener : overlay.named("Kafka", "tanggap").at("/spec/kafka/listeners")) {
            ObjectNode rule = rules.addObject();
            if (listener.has("networkPolicyPeers")) {
                rule.set("from", listener.path("networkPolicyPeers"));
            }
            rule.putArray("ports").addObject().set("port", listener.path("port"));
        }
        JsonNode operator = JSON.createObjectNode()
                .set("podSelector", matching("strimzi.io/kind", "cluster-operator"))
                .deepCopy();
        ((ObjectNode) operator).putObject("namespaceSelector");
        JsonNode kafka = JSON.createObjectNode().set("podSelector", matching("strimzi.io/name", "tanggap-kafka"));
        JsonNode entities =
                JSON.createObjectNode().set("podSelector", matching("strimzi.io/name", "tanggap-entity-operator"));
        open(rules, 9090, operator, kafka);
        open(rules, 9091, operator, kafka, entities);
        open(rules, 8443, operator);
        if (overlay.named("Kafka", "tanggap").at("/spec/kafka").has("metricsConfig")) {
            rules.addObject().putArray("ports").addObject().put("port", 9404);
        }
        return Stream.concat(overlay.documents("NetworkPolicy").stream(), Stream.of((JsonNode) strimzi))
                .toList();
    }

    private static void open(ArrayNode rules, int port, JsonNode... peers) {
        ObjectNode rule = rules.addObject();
        ArrayNode from = rule.putArray("from");
        List.of(peers).forEach(from::add);
        rule.putArray("ports").addObject().put("port", port);
    }

    private static ObjectNode matching(String label, String value) {
        ObjectNode selector = JSON.createObjectNode();
        selector.putObject("matchLabels").put(label, value);
        return selector;
    }

    private static int port(String service) {
        return overlay.named("Deployment", service)
                .at("/spec/template/spec/containers/0/ports/0/containerPort")
                .asInt();
    }

    private static String lines(TreeSet<String> flows) {
        return String.join("\n", flows);
    }
}
