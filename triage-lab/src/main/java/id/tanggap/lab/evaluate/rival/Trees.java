package id.tanggap.lab.evaluate.rival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;

/**
 * XGBoost's trees, walked in Java: to ask the library for one call at a moment takes 65 microseconds, most of them for the
 * way there and back.
 */
final class Trees {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final List<Node> roots;

    private Trees(List<Node> roots) {
        this.roots = roots;
    }

    /** From the library's own dump. */
    static Trees read(String[] dump) {
        return new Trees(Arrays.stream(dump).map(Trees::parsed).map(Trees::node).toList());
    }

    /** The sum of the leaves that this vector comes to. */
    double at(double[] vector) {
        double sum = 0;
        for (Node root : roots) {
            Node node = root;
            while (node instanceof Fork fork) {
                node = fork.next(vector);
            }
            sum += ((Leaf) node).value();
        }
        return sum;
    }

    private sealed interface Node {}

    private record Leaf(double value) implements Node {}

    private record Fork(int feature, float below, Node yes, Node no, Node missing) implements Node {
        Node next(double[] vector) {
            float value = (float) vector[feature];
            return Float.isNaN(value) ? missing : value < below ? yes : no;
        }
    }

    private static JsonNode parsed(String tree) {
        try {
            // A fork between present and missing has this edge, in the spelling of C.
            return JSON.readTree(tree.replace("-inf", "-Infinity"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a tree of XGBoost: " + e.getMessage(), e);
        }
    }

    private static Node node(JsonNode node) {
        if (node.has("leaf")) {
            return new Leaf(node.get("leaf").floatValue());
        }
        return new Fork(
                Integer.parseInt(node.get("split").textValue().substring(1)),
                node.get("split_condition").floatValue(),
                child(node, "yes"),
                child(node, "no"),
                child(node, "missing"));
    }

    private static Node child(JsonNode node, String branch) {
        int wanted = node.get(branch).intValue();
        for (JsonNode child : node.get("children")) {
            if (child.get("nodeid").intValue() == wanted) {
                return node(child);
            }
        }
        throw new IllegalStateException("a tree without its branch " + branch);
    }
}
