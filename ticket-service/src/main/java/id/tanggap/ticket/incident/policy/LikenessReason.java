package id.tanggap.ticket.incident.policy;

/** Why two tickets may be of one incident, or why not, in the words of both languages. */
public enum LikenessReason {
    SAME_CATEGORY("Kategori sama", "Same category"),
    RELATED_CATEGORY("Kategori sekelompok", "Category of the same group"),
    OTHER_CATEGORY("Kategori lain", "Another category"),
    AT_THE_PLACE("Di tempat yang sama", "At the same place"),
    NEAR("Berdekatan", "Near"),
    SAME_DESA("Desa sama", "Same desa"),
    SAME_KECAMATAN("Kecamatan sama", "Same kecamatan"),
    PLACE_UNKNOWN("Tempat tidak diketahui", "Place unknown"),
    FAR("Berjauhan", "Far apart"),
    SAME_TIME("Waktu hampir bersamaan", "At nearly the same time"),
    LATER("Selang waktu lama", "A long time apart"),
    SAME_CALLER("Penelepon sama", "Same caller");

    private final String textId;
    private final String textEn;

    LikenessReason(String textId, String textEn) {
        this.textId = textId;
        this.textEn = textEn;
    }

    public String textId() {
        return textId;
    }

    public String textEn() {
        return textEn;
    }
}
