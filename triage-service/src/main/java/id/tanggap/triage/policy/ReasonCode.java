package id.tanggap.triage.policy;

/** Why a likelihood is what it is; a code never changes its meaning. {@code %s} takes a figure. */
public enum ReasonCode {
    BASE_RATE("Panggilan 112 pada umumnya di sini", "Calls to 112 in general here"),
    WITHHELD_NUMBER("Nomor disembunyikan", "Number withheld"),
    SILENCE("Hening %s detik", "Silent for %s s"),
    STEADY_NOISE("Hanya suara bising tetap (mis. knalpot) %s detik", "Only steady noise (such as an exhaust) for %s s"),
    SPEECH("Terdengar suara mirip ucapan %s detik", "Speech-like sound heard for %s s"),
    TALK_TIME("Berbicara dengan operator %s detik", "Talked with the operator for %s s"),
    ABANDONED("Diputus sebelum dijawab", "Hung up before the answer"),
    HUNG_UP_EARLY("Diputus %s detik setelah dijawab", "Ended %s s after the answer"),
    PAST_HOAXES("Riwayat panggilan iseng dari penelepon ini", "Past hoax calls of this caller"),
    PAST_GENUINE("Riwayat panggilan sungguhan dari penelepon ini", "Past genuine calls of this caller"),
    OPERATOR_GHOST("Operator: panggilan hening", "Operator: a silent call"),
    OPERATOR_PRANK("Operator: panggilan iseng", "Operator: a prank"),
    OPERATOR_INFORMATION("Operator: permintaan informasi", "Operator: a request for information"),
    OPERATOR_TEST("Operator: panggilan uji coba", "Operator: a trial call"),
    OPERATOR_NORMAL("Operator: panggilan sungguhan", "Operator: a genuine call"),
    REPORT("Operator mencatat laporan", "The operator took a report"),
    LIFE_THREAT_REPORT("Laporan ancaman jiwa", "Report of a threat to life"),
    KEY_PRESSED("Penelepon menekan tombol", "The caller pressed a key"),
    SILENT_SOLUTION(
            "Penelepon menekan 55: tanda tidak bisa berbicara",
            "The caller pressed 55: the sign of one who cannot speak"),
    NOT_ENOUGH_HEARD("Belum cukup bukti", "Not enough evidence yet");

    private final String id;
    private final String en;

    ReasonCode(String id, String en) {
        this.id = id;
        this.en = en;
    }

    Reason of(double contribution, Object... figures) {
        return new Reason(
                name(), Math.round(contribution * 1_000) / 1_000.0, id.formatted(figures), en.formatted(figures));
    }
}
