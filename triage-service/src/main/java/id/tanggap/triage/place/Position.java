package id.tanggap.triage.place;

/** A point on the earth in WGS 84 degrees. */
public record Position(double lat, double lon) {

    private static final double EARTH_RADIUS_METRES = 6_371_000;

    /** Along the great circle; a few metres wrong within a regency. */
    public double metresTo(Position other) {
        double north = Math.toRadians(other.lat - lat) / 2;
        double east = Math.toRadians(other.lon - lon) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
