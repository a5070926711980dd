package id.tanggap.triage.place;

/**
 * A named place of the regency.
 *
 * @param code of the Ministry of Home Affairs; eight characters name a kecamatan, longer ones a desa or kelurahan in it
 * @param lat latitude of a point inside, WGS 84 degrees; likewise {@code lon}
 */
public record Place(String code, String name, String kecamatan, double lat, double lon) {

    private static final int KECAMATAN_CODE = 8;

    public Position position() {
        return new Position(lat, lon);
    }

    public boolean isKecamatan() {
        return code.length() == KECAMATAN_CODE;
    }
}
