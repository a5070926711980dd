package id.tanggap.ticket.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.ticket.area.policy.Area;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Reads a regency's desa from GeoJSON with the properties {@code code}, {@code name}, {@code kecamatan} and {@code coastal}. */
final class Outlines {

    private Outlines() {}

    /**
     * All desa of the resource, in its order.
     *
     * @throws IllegalStateException if it is missing or unreadable: without outlines no place is known, and nobody would see
     *     why
     */
    static List<Desa> read(String resource) {
        try (InputStream source = Outlines.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException("there are no outlines at " + resource);
            }
            List<Desa> all = new ArrayList<>();
            for (JsonNode feature : new ObjectMapper().readTree(source).path("features")) {
                all.add(desa(feature));
            }
            return List.copyOf(all);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the outlines at " + resource + " are not readable", e);
        }
    }

    private static Desa desa(JsonNode feature) throws ParseException {
        JsonNode of = feature.path("properties");
        var area = new Area(of.path("code").asText(), of.path("name").asText());
        Geometry outline = new GeoJsonReader().read(feature.path("geometry").toString());
        return new Desa(
                area,
                new Area(area.kecamatanCode(), of.path("kecamatan").asText()),
                of.path("coastal").asBoolean(),
                outline.isValid() ? outline : GeometryFixer.fix(outline));
    }
}
