package id.tanggap.ticket.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is another in one state of a ticket than in the one before. */
final class Differences {

    /** One value that is another now; empty where there was, or is, none. */
    record Difference(String field, Optional<String> before, Optional<String> after) {}

    private Differences() {}

    /** The values in which two JSON documents differ, each named by its JSON Pointer (RFC 6901). */
    static List<Difference> between(JsonNode before, JsonNode after) {
        Map<String, String> old = new TreeMap<>();
        Map<String, String> current = new TreeMap<>();
        flatten("", before, old);
        flatten("", after, current);
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(current.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            Optional<String> was = Optional.ofNullable(old.get(field));
            Optional<String> is = Optional.ofNullable(current.get(field));
            if (!was.equals(is)) {
                differences.add(new Difference(field, was, is));
            }
        }
        return differences;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(path + "/" + child.getKey(), child.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "/" + i, node.get(i), values);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            values.put(path, node.asText());
        }
    }
}
