package id.tanggap.ticket.priority.policy;

/** Why a ticket has its priority, in the words of both languages. */
public enum PriorityReason {
    CATEGORY("Prioritas biasa kategori ini", "The usual priority of this category"),
    LIFE_THREAT("Operator mencatat nyawa terancam", "The operator notes a threat to life"),
    TEXT_LIFE("Laporan menyebut nyawa terancam", "The report speaks of a threat to life"),
    TEXT_DISASTER("Laporan menyebut bencana", "The report speaks of a disaster"),
    TEXT_MANY("Laporan menyebut banyak orang atau rumah", "The report speaks of many people or houses"),
    TEXT_CHILDREN("Laporan menyebut anak-anak", "The report speaks of children"),
    CALLERS("Beberapa penelepon terpisah melaporkannya", "Several independent callers told of it"),
    OPERATOR("Ditetapkan oleh pusat komando", "Set by the command centre");

    private final String textId;
    private final String textEn;

    PriorityReason(String textId, String textEn) {
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
