package id.tanggap.triage.silent.policy;

/** What the gateway or an operator had best do next; none of it ends, drops or holds up a call. */
public enum Advice {
    NOTHING("Tidak ada tindakan", "Nothing to do"),
    PLAY_PROMPT("Putar pesan: jika tidak bisa berbicara, tekan 5", "Play the prompt: if you cannot speak, press 5"),
    KEEP_LINE_OPEN("Biarkan saluran terbuka dan dengarkan", "Keep the line open and listen"),
    RING_BACK("Hubungi kembali penelepon begitu salurannya bebas", "Ring the caller back as soon as the line is free"),
    A_PERSON_DECIDES("Operator memutuskan", "An operator decides"),
    CONNECT_NOW("Sambungkan segera ke operator", "Connect to an operator at once");

    private final String textId;
    private final String textEn;

    Advice(String textId, String textEn) {
        this.textId = textId;
        this.textEn = textEn;
    }

    /** For an operator, Indonesian. */
    public String textId() {
        return textId;
    }

    /** The same in English. */
    public String textEn() {
        return textEn;
    }
}
