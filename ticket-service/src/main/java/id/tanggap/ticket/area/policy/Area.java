package id.tanggap.ticket.area.policy;

/**
 * A kecamatan, or a desa or kelurahan.
 *
 * @param code of the Ministry of Home Affairs (Kepmendagri 300.2.2-2430/2025): {@code 33.20.10} is a kecamatan,
 *     {@code 33.20.10.2001} a desa in it
 */
public record Area(String code, String name) {

    private static final int KECAMATAN = 8;

    /** The code of the kecamatan that this is or lies in. */
    public String kecamatanCode() {
        return code.substring(0, Math.min(KECAMATAN, code.length()));
    }

    public boolean spansKecamatan() {
        return code.length() == KECAMATAN;
    }
}
