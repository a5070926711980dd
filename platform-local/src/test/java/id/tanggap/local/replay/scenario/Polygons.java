package id.tanggap.local.replay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The outlines of desa in the replay's own copy. */
final class Polygons {
    private final JsonNode features;

    private Polygons(JsonNode features) {
        this.features = features;
    }

    static Polygons load() throws IOException {
        try (InputStream source = Polygons.class.getResourceAsStream("/replay/jepara/desa.geojson")) {
            return new Polygons(new ObjectMapper().readTree(source).path("features"));
        }
    }

    boolean contains(String kecamatan, String desa, double lon, double lat) {
        return stream(features)
                .filter(feature -> feature.at("/properties/kecamatan").asText().equals(kecamatan)
                        && feature.at("/properties/desa").asText().equals(desa))
                .anyMatch(feature -> inGeometry(feature.path("geometry"), lon, lat));
    }

    private static boolean inGeometry(JsonNode geometry, double x, double y) {
        JsonNode coordinates = geometry.path("coordinates");
        return geometry.path("type").asText().equals("MultiPolygon")
                ? stream(coordinates).anyMatch(polygon -> inPolygon(polygon, x, y))
                : inPolygon(coordinates, x, y);
    }

    /** The first ring is the outline, the others are holes. */
    private static boolean inPolygon(JsonNode rings, double x, double y) {
        return inRing(rings.get(0), x, y) && stream(rings).skip(1).noneMatch(hole -> inRing(hole, x, y));
    }

    private static boolean inRing(JsonNode ring, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double xi = ring.get(i).get(0).asDouble();
            double yi = ring.get(i).get(1).asDouble();
            double xj = ring.get(j).get(0).asDouble();
            double yj = ring.get(j).get(1).asDouble();
            if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
