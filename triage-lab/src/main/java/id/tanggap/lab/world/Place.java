package id.tanggap.lab.world;

/** A point in WGS 84 and the kecamatan in which it lies. */
public record Place(String kecamatan, double lat, double lon) {
    private static final double KM_A_DEGREE = 111.2;

    /** A point so far away; not checked for kecamatan borders. */
    public Place moved(double eastKm, double northKm) {
        return new Place(
                kecamatan, lat + northKm / KM_A_DEGREE, lon + eastKm / (KM_A_DEGREE * Math.cos(Math.toRadians(lat))));
    }

    /** Good to some metres within a regency. */
    public double kmTo(Place other) {
        double north = (other.lat - lat) * KM_A_DEGREE;
        double east = (other.lon - lon) * KM_A_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east);
    }
}
