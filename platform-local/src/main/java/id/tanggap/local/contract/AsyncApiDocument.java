package id.tanggap.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.tanggap.local.contract.Channel.AgencyAccess;
import id.tanggap.local.contract.Channel.Ownership;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the broker must know of a service's AsyncAPI 3 document; a document that cannot be understood is an
 * {@link IllegalArgumentException} that names the place.
 *
 * @param principal the Kafka principal and consumer-group prefix of the service
 * @param channels by their name in the document
 * @param sends names of the channels that the service writes
 * @param receives names of the channels that the service reads
 */
public record AsyncApiDocument(
        String principal, Map<String, Channel> channels, Set<String> sends, Set<String> receives) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String LOCAL_CHANNEL = "#/channels/";

    public static AsyncApiDocument parse(InputStream source) throws IOException {
        return parse(YAML.readTree(source));
    }

    private static AsyncApiDocument parse(JsonNode root) {
        if (!root.path("asyncapi").asText().startsWith("3.")) {
            throw new IllegalArgumentException("not an AsyncAPI 3 document");
        }
        String principal = root.path("info")
                .path("x-principal")
                .asText(root.path("x-principal").asText(""));
        if (principal.isEmpty()) {
            throw new IllegalArgumentException("info.x-principal is missing");
        }
        Map<String, Channel> channels = new LinkedHashMap<>();
        root.path("channels").properties().forEach(entry -> channels.put(entry.getKey(), channel(entry)));
        Set<String> sends = new LinkedHashSet<>();
        Set<String> receives = new LinkedHashSet<>();
        root.path("operations").properties().forEach(entry -> {
            String channel = reference(entry, channels.keySet());
            switch (entry.getValue().path("action").asText()) {
                case "send" -> sends.add(channel);
                case "receive" -> receives.add(channel);
                default ->
                    throw new IllegalArgumentException(
                            "operations." + entry.getKey() + ".action must be send or receive");
            }
        });
        return new AsyncApiDocument(principal, channels, sends, receives);
    }

    private static Channel channel(Map.Entry<String, JsonNode> entry) {
        String name = entry.getKey();
        JsonNode node = entry.getValue();
        return new Channel(name, topics(name, node), ownership(node), agencyAccess(name, node));
    }

    private static Map<String, String> topics(String name, JsonNode node) {
        String address = node.path("address").asText("");
        if (address.isEmpty()) {
            throw new IllegalArgumentException("channels." + name + ".address is missing");
        }
        Matcher matcher = PARAMETER.matcher(address);
        if (!matcher.find()) {
            return Map.of("", address);
        }
        JsonNode values = node.path("parameters").path(matcher.group(1)).path("enum");
        if (!values.isArray() || values.isEmpty() || matcher.find()) {
            throw new IllegalArgumentException(
                    "channels." + name + ".address needs exactly one parameter with its enum of values");
        }
        Map<String, String> topics = new TreeMap<>();
        values.forEach(value -> topics.put(
                value.asText(), PARAMETER.matcher(address).replaceFirst(Matcher.quoteReplacement(value.asText()))));
        return topics;
    }

    private static Optional<Ownership> ownership(JsonNode node) {
        JsonNode binding = node.path("bindings").path("kafka");
        if (!binding.path("partitions").isInt()) {
            return Optional.empty();
        }
        Map<String, String> configuration = new TreeMap<>();
        binding.path("topicConfiguration").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            configuration.put(
                    entry.getKey(),
                    value.isArray()
                            ? StreamSupport.stream(value.spliterator(), false)
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(","))
                            : value.asText());
        });
        return Optional.of(new Ownership(
                binding.path("partitions").asInt(), binding.path("replicas").asInt(1), configuration));
    }

    private static Set<AgencyAccess> agencyAccess(String name, JsonNode node) {
        Set<AgencyAccess> access = EnumSet.noneOf(AgencyAccess.class);
        for (JsonNode value : node.path("x-agency-access")) {
            try {
                access.add(AgencyAccess.valueOf(value.asText().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "channels." + name + ".x-agency-access knows read and write, not " + value.asText(), e);
            }
        }
        return access;
    }

    private static String reference(Map.Entry<String, JsonNode> operation, Set<String> known) {
        String reference = operation.getValue().path("channel").path("$ref").asText("");
        String channel = reference.startsWith(LOCAL_CHANNEL)
                ? reference.substring(LOCAL_CHANNEL.length()).replace("~1", "/").replace("~0", "~")
                : "";
        if (!known.contains(channel)) {
            throw new IllegalArgumentException(
                    "operations." + operation.getKey() + ".channel does not refer to a channel of this document");
        }
        return channel;
    }
}
