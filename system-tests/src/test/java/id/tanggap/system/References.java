package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a resource asks for by name: maps, secrets and accounts, with the keys that it needs of them. */
final class References {
    /**
     * One of them.
     *
     * @param object kind and name
     */
    record Reference(String object, Set<String> keys) {}

    private static final Set<String> CERTIFICATE = Set.of("tls.crt", "tls.key");
    private static final Set<String> ACCOUNT = Set.of("username", "password");

    private References() {}

    static List<Reference> of(JsonNode document) {
        List<Reference> references = new ArrayList<>();
        collect("", document.path("spec"), references);
        return references;
    }

    private static void collect(String field, JsonNode node, List<Reference> references) {
        if (node.isArray()) {
            node.forEach(each -> collect(field, each, references));
        } else if (node.isObject()) {
            read(field, node, references);
            node.properties().stream()
                    // Keycloak's own words, in which a secret is something else.
                    .filter(child -> !child.getKey().equals("realm"))
                    .forEach(child -> {
                        text(child.getKey(), child.getValue(), references);
                        collect(child.getKey(), child.getValue(), references);
                    });
        }
    }

    private static void read(String field, JsonNode node, List<Reference> references) {
        String name = node.path("name").asText("");
        switch (field) {
            case "configMapRef", "configMap" -> add("ConfigMap", name, keys(node), references);
            case "secretRef",
                    "secretKeyRef",
                    "clientSecret",
                    "usernameSecret",
                    "passwordSecret",
                    "accessKeyId",
                    "secretAccessKey" ->
                add(
                        "Secret",
                        name,
                        // CloudNativePG's own names the account alone.
                        field.equals("passwordSecret") && !node.has("key") ? ACCOUNT : keys(node),
                        references);
            case "secret" -> {
                if (node.has("secretName")) {
                    add("Secret", node.path("secretName").asText(), keys(node), references);
                } else {
                    add("Secret", name, node.has("key") || node.has("items") ? keys(node) : ACCOUNT, references);
                }
            }
            case "ca" -> {
                if (node.has("secretName")) {
                    add("Secret", node.path("secretName").asText(), CERTIFICATE, references);
                }
            }
            case "secretTargetRef" -> add("Secret", name, keys(node), references);
            default -> {}
        }
    }

    private static void text(String field, JsonNode value, List<Reference> references) {
        if (value.isTextual()) {
            switch (field) {
                case "serviceAccountName" -> add("ServiceAccount", value.asText(), Set.of(), references);
                case "serverCASecret" -> add("Secret", value.asText(), Set.of("ca.crt"), references);
                case "tlsSecret", "serverTLSSecret" -> add("Secret", value.asText(), CERTIFICATE, references);
                // Of Keycloak's first administrator.
                case "secret" -> add("Secret", value.asText(), ACCOUNT, references);
                default -> {}
            }
        }
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>(node.path("items").findValuesAsText("key"));
        if (node.has("key")) {
            keys.add(node.path("key").asText());
        }
        return keys;
    }

    private static void add(String kind, String name, Set<String> keys, List<Reference> references) {
        references.add(new Reference(kind + " " + name, keys));
    }
}
