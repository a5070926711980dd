package id.tanggap.ticket.area;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A flat map of a regency in metres: equirectangular around a middle latitude. Within a degree of it a distance is less than
 * 0.3 % wrong, far away only roughly right.
 */
record Plane(double metresPerDegreeEast) {

    /** On the sphere of 6 371 km. */
    private static final double METRES_PER_DEGREE_NORTH = 111_195;

    static Plane around(double latitude) {
        return new Plane(METRES_PER_DEGREE_NORTH * Math.cos(Math.toRadians(latitude)));
    }

    Coordinate of(double lat, double lon) {
        return new Coordinate(lon * metresPerDegreeEast, lat * METRES_PER_DEGREE_NORTH);
    }

    /** The same shape on the map; the given one stays. */
    Geometry of(Geometry degrees) {
        Geometry copy = degrees.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                points.setOrdinate(i, 0, points.getX(i) * metresPerDegreeEast);
                points.setOrdinate(i, 1, points.getY(i) * METRES_PER_DEGREE_NORTH);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
