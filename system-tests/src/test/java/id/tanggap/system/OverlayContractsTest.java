package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.contract.Topology.Grant;
import id.tanggap.local.contract.Topology.Resource;
import id.tanggap.local.contract.Topology.Right;
import id.tanggap.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topics, rights and scaling of an overlay of operators' resources are what the services' contracts and channels say. */
class OverlayContractsTest {
    private static Rendered overlay;
    private static Topology topology;

    @BeforeAll
    static void render() throws IOException {
        overlay = Rendered.kabupaten();
        topology = Topology.of(Names.SERVICES.stream()
                .map(DeploymentFiles.ROOT::resolve)
                .map(Documents::ofService)
                .toList());
    }

    @Test
    void topicsAreThoseOfTheContracts() {
        Map<String, String> wanted = new TreeMap<>();
        topology.topics()
                .forEach((name, topic) -> wanted.put(
                        name,
                        topic.partitions() + "x" + topic.replicas() + " " + new TreeMap<>(topic.configuration())));
        Map<String, String> made = new TreeMap<>();
        for (JsonNode topic : overlay.documents("KafkaTopic")) {
            assertOfTheCluster(topic);
            made.put(
                    Rendered.nameOf(topic),
                    topic.at("/spec/partitions").asText() + "x"
                            + topic.at("/spec/replicas").asText() + " "
                            + new TreeMap<>(Flows.labels(topic.at("/spec/config"))));
        }
        assertEquals(wanted, made);
    }

    /** A right more would open what the contracts keep closed, one less would halt a service or an agency. */
    @Test
    void rightsAreThoseOfTheContracts() {
        Set<Grant> made = new TreeSet<>();
        for (JsonNode user : overlay.documents("KafkaUser")) {
            assertOfTheCluster(user);
            String name = Rendered.nameOf(user);
            if (!name.equals("scaler")) {
                JsonNode password = user.at("/spec/authentication/password/valueFrom/secretKeyRef");
                assertEquals(name, password.path("key").asText(), name);
                assertEquals("simple", user.at("/spec/authorization/type").asText(), name);
                user.at("/spec/authorization/acls").forEach(acl -> made.addAll(grants(name, acl)));
            }
        }
        assertEquals(topology.grants(), made);
    }

    @Test
    void whoCountsWhatWaitsReadsNothingOfIt() {
        for (JsonNode acl : overlay.named("KafkaUser", "scaler").at("/spec/authorization/acls")) {
            assertEquals("[\"Describe\"]", acl.path("operations").toString());
        }
    }

    private static List<Grant> grants(String principal, JsonNode acl) {
        Resource resource = Resource.valueOf(acl.at("/resource/type").asText().toUpperCase(Locale.ROOT));
        assertEquals(
                resource == Resource.TOPIC ? "literal" : "prefix",
                acl.at("/resource/patternType").asText());
        List<String> operations = texts(acl.path("operations"));
        assertTrue(operations.contains("Describe"), acl.toString());
        return operations.stream()
                .filter(operation -> !operation.equals("Describe"))
                .map(operation -> new Grant(
                        principal,
                        resource,
                        acl.at("/resource/name").asText(),
                        Right.valueOf(operation.toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static void assertOfTheCluster(JsonNode resource) {
        String cluster =
                resource.at("/metadata/labels").path("strimzi.io/cluster").asText();
        assertEquals(Rendered.nameOf(overlay.documents("Kafka").getFirst()), cluster, Rendered.nameOf(resource));
    }

    /** The groups and topics of a scaler are those that the service it scales reads; else nothing would ever wait there. */
    @Test
    void scalersCountWhatTheirServicesRead() throws IOException {
        for (JsonNode scaled : overlay.documents("ScaledObject")) {
            String service = scaled.at("/spec/scaleTargetRef/name").asText();
            assertFalse(overlay.named("Deployment", service).at("/spec").has("replicas"), service);
            Map<String, String> groups = groups(service);
            for (JsonNode trigger : scaled.at("/spec/triggers")) {
                JsonNode kafka = trigger.path("metadata");
                String topic = groups.get(kafka.path("consumerGroup").asText());
                assertAll(
                        () -> assertTrue(topic != null, kafka.toString()),
                        () -> assertEquals(
                                topic.contains("\\") ? "" : topic,
                                kafka.path("topic").asText(),
                                kafka.toString()),
                        () -> assertEquals(
                                "tanggap-kafka-bootstrap.tanggap.svc:9093",
                                kafka.path("bootstrapServers").asText()),
                        () -> overlay.named(
                                "TriggerAuthentication",
                                trigger.at("/authenticationRef/name").asText()));
                if (topology.topics().containsKey(topic)) {
                    assertTrue(
                            scaled.at("/spec/maxReplicaCount").asInt()
                                    <= topology.topics().get(topic).partitions(),
                            "more than there are partitions of " + topic);
                }
            }
        }
    }

    /** Group to topic of the service's channels. */
    private static Map<String, String> groups(String service) throws IOException {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(
                DeploymentFiles.ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        Map<String, String> groups = new TreeMap<>();
        for (String name : settings.stringPropertyNames()) {
            if (name.endsWith(".group.id")) {
                groups.put(settings.getProperty(name), settings.getProperty(name.replaceFirst("group\\.id$", "topic")));
            }
        }
        return groups;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
