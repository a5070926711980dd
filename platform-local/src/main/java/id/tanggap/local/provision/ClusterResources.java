package id.tanggap.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.tanggap.local.contract.Channel.Ownership;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.contract.Topology.Grant;
import id.tanggap.local.contract.Topology.Resource;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Realm;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What operators of a cluster make instead of {@link Provision}: topics, users and their rights as Strimzi's resources, from the
 * services' AsyncAPI documents, and the realm as the Keycloak operator's. They hold no secret: passwords are taken from the
 * Secrets {@code kafka-users} and {@code realm}, which {@link DeploymentSecrets} has the values of. The files are committed, and a
 * test holds them to what is made here.
 */
public final class ClusterResources {
    static final String FOLDER = "k8s/operated";
    static final String TOPICS = FOLDER + "/kafka-topics.yaml";
    static final String USERS = FOLDER + "/kafka-users.yaml";
    static final String REALM = FOLDER + "/realm.yaml";

    private static final String HEADER = "# Made by id.tanggap.local.provision.ClusterResources; change %s.\n";
    private static final String STRIMZI = "kafka.strimzi.io/v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            // "2" is a text here, and must stay one.
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private ClusterResources() {}

    /** Writes them into the repository in the given folder: {@code java -cp ... id.tanggap.local.provision.ClusterResources .} */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : files(root).entrySet()) {
            Files.writeString(root.resolve(file.getKey()), file.getValue());
        }
    }

    /** Path within the repository to content. */
    static Map<String, String> files(Path root) throws IOException {
        Topology topology = Topology.of(Names.SERVICES.stream()
                .map(root::resolve)
                .map(Documents::ofService)
                .toList());
        return Map.of(
                TOPICS, HEADER.formatted("the services' AsyncAPI documents") + topics(topology),
                USERS, HEADER.formatted("the services' AsyncAPI documents") + users(topology),
                REALM, HEADER.formatted("realm.json or Realm.java") + realm());
    }

    private static String topics(Topology topology) throws IOException {
        if (!topology.borrowed().isEmpty()) {
            throw new StackException("Nobody owns " + topology.borrowed());
        }
        List<Object> topics = new ArrayList<>();
        topology.topics().forEach((name, ownership) -> topics.add(ofCluster("KafkaTopic", name, topic(ownership))));
        return yaml(topics);
    }

    private static Map<String, Object> topic(Ownership ownership) {
        return ordered(
                "partitions", ownership.partitions(),
                "replicas", ownership.replicas(),
                "config", ownership.configuration());
    }

    private static String users(Topology topology) throws IOException {
        Map<String, List<Grant>> grants = new TreeMap<>();
        topology.grants().forEach(grant -> grants.computeIfAbsent(grant.principal(), x -> new ArrayList<>())
                .add(grant));
        List<Object> users = new ArrayList<>();
        grants.forEach((principal, own) -> users.add(ofCluster("KafkaUser", principal, user(principal, own))));
        return yaml(users);
    }

    private static Map<String, Object> user(String principal, List<Grant> grants) {
        Map<Map<String, Object>, TreeSet<String>> operations = new LinkedHashMap<>();
        for (Grant grant : grants) {
            boolean topic = grant.resource() == Resource.TOPIC;
            TreeSet<String> allowed = operations.computeIfAbsent(
                    ordered(
                            "type", topic ? "topic" : "group",
                            "name", grant.name(),
                            "patternType", topic ? "literal" : "prefix"),
                    x -> new TreeSet<>(List.of("Describe")));
            allowed.add(grant.right() == Topology.Right.READ ? "Read" : "Write");
        }
        List<Object> acls = new ArrayList<>();
        operations.forEach((resource, allowed) -> acls.add(ordered("resource", resource, "operations", allowed)));
        Map<String, Object> password = Map.of(
                "valueFrom",
                Map.of("secretKeyRef", ordered("name", DeploymentSecrets.KAFKA_USERS_SECRET, "key", principal)));
        return ordered(
                "authentication", ordered("type", "scram-sha-512", "password", password),
                "authorization", ordered("type", "simple", "acls", acls));
    }

    private static String realm() throws IOException {
        Map<String, Object> placeholders = new TreeMap<>();
        RealmSecrets.names()
                .forEach(name -> placeholders.put(
                        name, Map.of("secret", ordered("name", DeploymentSecrets.REALM_SECRET, "key", name))));
        JsonNode realm = JSON.readTree(Realm.document(RealmSecrets.placeholders()));
        return yaml(List.of(ordered(
                "apiVersion",
                "k8s.keycloak.org/v2alpha1",
                "kind",
                "KeycloakRealmImport",
                "metadata",
                Map.of("name", "tanggap"),
                "spec",
                ordered("keycloakCRName", "keycloak", "placeholders", placeholders, "realm", realm))));
    }

    private static Map<String, Object> ofCluster(String kind, String name, Map<String, Object> spec) {
        return ordered(
                "apiVersion", STRIMZI,
                "kind", kind,
                "metadata", ordered("name", name, "labels", Map.of("strimzi.io/cluster", "tanggap")),
                "spec", spec);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String yaml(List<Object> documents) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object document : documents) {
            text.append(YAML.writeValueAsString(document));
        }
        return text.toString();
    }
}
