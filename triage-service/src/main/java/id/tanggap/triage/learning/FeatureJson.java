package id.tanggap.triage.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.triage.model.Feature;
import java.util.Arrays;

/** Writes a vector of features by name, without the missing ones, so that it outlives a change of the list. */
final class FeatureJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeatureJson() {}

    static String write(double[] vector) {
        ObjectNode object = JSON.createObjectNode();
        for (Feature feature : Feature.all()) {
            double value = vector[feature.ordinal()];
            if (!Double.isNaN(value)) {
                object.put(feature.name(), Math.rint(value * 1_000) / 1_000);
            }
        }
        return object.toString();
    }

    static double[] read(String features) {
        try {
            JsonNode object = JSON.readTree(features);
            double[] vector = new double[Feature.all().size()];
            Arrays.fill(vector, Feature.MISSING);
            for (Feature feature : Feature.all()) {
                if (object.has(feature.name())) {
                    vector[feature.ordinal()] = object.get(feature.name()).asDouble();
                }
            }
            return vector;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored features are not readable", e);
        }
    }
}
