package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Finds the desa of coordinates. A point on the border of several belongs to the one with the lowest code, so that the
 * answer is always the same. Safe for use by several threads.
 */
final class AreaIndex {

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Plane plane;
    private final STRtree tree = new STRtree();
    private final List<Outline> all = new ArrayList<>();

    AreaIndex(List<Desa> desa) {
        plane = Plane.around(middle(desa));
        for (Desa each : desa) {
            Geometry shape = plane.of(each.outline());
            var outline = new Outline(each, PreparedGeometryFactory.prepare(shape), new IndexedFacetDistance(shape));
            // Each makes its index at its first question: here, where nobody waits and only one thread is about.
            outline.metres(shape.getCentroid());
            tree.insert(shape.getEnvelopeInternal(), outline);
            all.add(outline);
        }
        tree.build();
    }

    private record Outline(Desa desa, PreparedGeometry shape, IndexedFacetDistance border) {

        double metres(Point point) {
            return shape.covers(point) ? 0 : border.distance(point);
        }

        boolean isIn(Area area) {
            return area.spansKecamatan()
                    ? area.code().equals(desa.kecamatan().code())
                    : area.code().equals(desa.area().code());
        }
    }

    private record Near(Outline outline, double metres) {}

    /** The desa that holds the point, or the nearest one. Latitude and longitude in WGS 84 degrees. */
    Spot at(double lat, double lon) {
        Point point = point(lat, lon);
        Near near = covering(point).orElseGet(() -> nearest(point, all));
        Desa desa = near.outline.desa;
        return new Spot(desa.area(), desa.kecamatan(), desa.coastal(), near.metres);
    }

    /** Metres from the point to an area of this regency, 0 inside. */
    double metres(double lat, double lon, Area area) {
        return nearest(
                        point(lat, lon),
                        all.stream().filter(outline -> outline.isIn(area)).toList())
                .metres;
    }

    @SuppressWarnings("unchecked") // of JTS: the tree holds what was inserted above
    private Optional<Near> covering(Point point) {
        List<Outline> candidates = tree.query(new Envelope(point.getCoordinate()));
        return candidates.stream()
                .filter(outline -> outline.shape.covers(point))
                .min(Comparator.comparing(outline -> outline.desa.area().code()))
                .map(outline -> new Near(outline, 0));
    }

    private static Near nearest(Point point, List<Outline> among) {
        return among.stream()
                .map(outline -> new Near(outline, outline.metres(point)))
                .min(Comparator.comparingDouble(Near::metres))
                .orElseThrow();
    }

    private Point point(double lat, double lon) {
        Coordinate at = plane.of(lat, lon);
        return POINTS.createPoint(at);
    }

    private static double middle(List<Desa> desa) {
        var extent = new Envelope();
        desa.forEach(each -> extent.expandToInclude(each.outline().getEnvelopeInternal()));
        return extent.centre().getY();
    }
}
