package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Outlines of areas, made when first asked for. Safe for use by several threads. */
final class Shapes {

    /** About 30 m: finer than the outlines are exact, and a tenth of their points. */
    private static final double TOLERANCE_DEGREES = 0.0003;

    /** A metre. */
    private static final double GRAIN = 1e5;

    private final List<Desa> desa;
    private final Map<Area, AreaShape> known = new ConcurrentHashMap<>();

    Shapes(List<Desa> desa) {
        this.desa = desa;
    }

    AreaShape of(Area area) {
        return known.computeIfAbsent(area, this::make);
    }

    private AreaShape make(Area area) {
        Geometry whole = UnaryUnionOp.union(desa.stream()
                .filter(each -> each.area().equals(area) || each.kecamatan().equals(area))
                .map(Desa::outline)
                .toList());
        Geometry coarse = TopologyPreservingSimplifier.simplify(whole, TOLERANCE_DEGREES);
        return new AreaShape(
                point(whole.getInteriorPoint().getCoordinate()),
                IntStream.range(0, coarse.getNumGeometries())
                        .mapToObj(coarse::getGeometryN)
                        .filter(Polygon.class::isInstance)
                        .map(part -> ring((Polygon) part))
                        .toList());
    }

    private static List<AreaShape.LatLon> ring(Polygon part) {
        return Arrays.stream(part.getExteriorRing().getCoordinates())
                .map(Shapes::point)
                .toList();
    }

    private static AreaShape.LatLon point(Coordinate c) {
        return new AreaShape.LatLon(Math.round(c.y * GRAIN) / GRAIN, Math.round(c.x * GRAIN) / GRAIN);
    }
}
