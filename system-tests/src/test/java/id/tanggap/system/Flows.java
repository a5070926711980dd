package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who may open a connection to whom under network policies, by the rules of {@code networking.k8s.io/v1}. */
final class Flows {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One end of a flow.
     *
     * @param namespace its labels; empty for what is no pod
     * @param ports name to number of what it listens at, where policies say the name
     * @param address for an end outside the cluster
     */
    record End(
            String name,
            boolean ours,
            Map<String, String> namespace,
            Map<String, String> labels,
            Map<String, Integer> ports,
            Optional<String> address) {
        static End pod(String name, Map<String, String> labels, Map<String, Integer> ports) {
            return new End(name, true, Map.of(), labels, ports, Optional.empty());
        }

        static End elsewhere(String name, Map<String, String> namespace, Map<String, String> labels) {
            return new End(name, false, namespace, labels, Map.of(), Optional.empty());
        }

        static End outside(String name, String address) {
            return new End(name, false, Map.of(), Map.of(), Map.of(), Optional.of(address));
        }
    }

    private final List<JsonNode> policies;

    Flows(List<JsonNode> policies) {
        this.policies = policies;
    }

    /** {@code from -> to:port} for each that is open, among ends of which one at least is ours. */
    TreeSet<String> open(List<End> ends, List<Integer> ports) {
        TreeSet<String> open = new TreeSet<>();
        for (End from : ends) {
            for (End to : ends) {
                for (int port : ports) {
                    if ((from.ours() || to.ours())
                            && allows(from, "Egress", to, port, to)
                            && allows(to, "Ingress", from, port, to)) {
                        open.add(from.name() + " -> " + to.name() + ":" + port);
                    }
                }
            }
        }
        return open;
    }

    /** Likewise, of what listens alone: it must not be the other's policies only that keep a door shut. */
    TreeSet<String> letIn(List<End> ends, List<Integer> ports) {
        TreeSet<String> open = new TreeSet<>();
        for (End from : ends) {
            for (End to : ends) {
                for (int port : ports) {
                    if (to.ours() && allows(to, "Ingress", from, port, to)) {
                        open.add(from.name() + " -> " + to.name() + ":" + port);
                    }
                }
            }
        }
        return open;
    }

    private boolean allows(End subject, String way, End peer, int port, End listener) {
        if (!subject.ours()) {
            return true;
        }
        List<JsonNode> isolating = new ArrayList<>();
        for (JsonNode policy : policies) {
            boolean typed = false;
            for (JsonNode type : policy.at("/spec/policyTypes")) {
                typed |= type.asText().equals(way);
            }
            if (typed && selects(policy.at("/spec/podSelector"), subject.labels())) {
                isolating.add(policy);
            }
        }
        String rules = way.toLowerCase(Locale.ROOT);
        String peers = rules.equals("egress") ? "to" : "from";
        return isolating.isEmpty()
                || isolating.stream()
                        .flatMap(policy -> stream(policy.at("/spec/" + rules)))
                        .anyMatch(rule -> (rule.path(peers).isEmpty()
                                        || stream(rule.path(peers)).anyMatch(each -> is(each, peer)))
                                && (rule.path("ports").isEmpty()
                                        || stream(rule.path("ports"))
                                                .anyMatch(each -> is(each.path("port"), port, listener))));
    }

    private static boolean is(JsonNode port, int number, End listener) {
        return port.isMissingNode()
                || (port.isInt() ? port.asInt() : listener.ports().getOrDefault(port.asText(), -1)) == number;
    }

    private static boolean is(JsonNode peer, End end) {
        if (peer.has("ipBlock")) {
            return end.address()
                    .filter(address -> within(peer.at("/ipBlock/cidr").asText(), address))
                    .filter(address ->
                            stream(peer.at("/ipBlock/except")).noneMatch(except -> within(except.asText(), address)))
                    .isPresent();
        }
        boolean there = peer.has("namespaceSelector")
                ? end.address().isEmpty() && !end.ours() && selects(peer.path("namespaceSelector"), end.namespace())
                : end.ours();
        return there && (!peer.has("podSelector") || selects(peer.path("podSelector"), end.labels()));
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!expression.path("operator").asText().equals("Exists")) {
                throw new AssertionError("not understood: " + expression);
            }
            if (!labels.containsKey(expression.path("key").asText())) {
                return false;
            }
        }
        return selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    }

    static Map<String, String> labels(JsonNode node) {
        return JSON.convertValue(node, JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private static boolean within(String block, String address) {
        String[] parts = block.split("/");
        int bits = Integer.parseInt(parts[1]);
        int mask = bits == 0 ? 0 : -1 << (32 - bits);
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static int number(String address) {
        int number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
