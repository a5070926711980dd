package id.tanggap.triage.policy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a likelihood is what it is; a code never changes its meaning. {@code %s} takes a figure. */
public enum ReasonCode {
    BASE_RATE("Panggilan 112 pada umumnya di sini", "Calls to 112 in general here"),
    // heard
    SPEECH("Terdengar suara mirip ucapan %s detik", "Speech-like sound heard for %s s"),
    SILENCE("Hening %s detik", "Silent for %s s"),
    STEADY_NOISE("Hanya suara bising tetap (mis. knalpot) %s detik", "Only steady noise (such as an exhaust) for %s s"),
    OTHER_SOUND("Suara lain %s detik", "Other sounds for %s s"),
    LONG_SILENCE("Terlama %s detik tanpa ucapan", "Without speech for %s s at the longest"),
    PROMPT_SPEECH("Berbicara dalam %s detik pertama", "Spoke within the first %s s"),
    DISTRESS("Terdengar tangisan atau sirene %s detik", "Crying or a siren heard for %s s"),
    KEYS("Tombol yang ditekan: %s", "Keys pressed: %s"),
    TAPS("Ketukan yang terdengar: %s", "Taps heard: %s"),
    NOT_HEARD("Suara saluran belum terdengar", "The line has not been heard yet"),
    // the course of the call
    TALK_TIME("Di telepon dengan operator %s detik", "On the line with the operator for %s s"),
    ABANDONED("Diputus sebelum dijawab", "Hung up before the answer"),
    HUNG_UP_EARLY("Diputus %s detik setelah dijawab", "Ended %s s after the answer"),
    // the caller's past
    PAST_PRANKS("Riwayat panggilan iseng dari penelepon ini", "Past pranks of this caller"),
    PAST_GHOSTS("Riwayat panggilan hening dari penelepon ini", "Past silent calls of this caller"),
    PAST_GENUINE("Riwayat panggilan sungguhan dari penelepon ini", "Past genuine calls of this caller"),
    PAST_INFORMATION("Riwayat permintaan informasi dari penelepon ini", "Past questions of this caller"),
    PAST_CONFIRMED("Laporan terdahulu terbukti di lapangan", "Earlier reports found true in the field"),
    PAST_UNFOUNDED("Laporan terdahulu tidak terbukti di lapangan", "Earlier reports found untrue in the field"),
    CALLS_LAST_HOUR("%s panggilan lain dalam satu jam", "%s other calls within an hour"),
    CALLS_LAST_DAY("%s panggilan lain dalam sehari", "%s other calls within a day"),
    OFTEN_ABANDONED("Sering memutus sebelum dijawab", "Often hangs up before the answer"),
    FIRST_CALL("Panggilan pertama dari nomor ini", "First call from this number"),
    PAST_UNKNOWN("Riwayat penelepon tidak diketahui", "The caller's past is not known"),
    // what was written down
    REPORT("Operator mencatat laporan", "The operator took a report"),
    WORDS("Isi laporan", "The words of the report"),
    INDICATORS("Tanda bahaya dalam laporan: %s", "Signs of danger in the report: %s"),
    // other callers
    INDEPENDENT_CALLERS("Penelepon lain di dekatnya melaporkan: %s", "Other callers nearby at the same time: %s"),
    CROWD("Banyak telepon dari satu tempat: %s", "Many handsets at one spot: %s"),
    // the operator's word
    OPERATOR_GHOST("Operator: panggilan hening", "Operator: a silent call"),
    OPERATOR_PRANK("Operator: panggilan iseng", "Operator: a prank"),
    OPERATOR_INFORMATION("Operator: permintaan informasi", "Operator: a request for information"),
    OPERATOR_TEST("Operator: panggilan uji coba", "Operator: a trial call"),
    // rules above any sum
    NEVER_CERTAIN("Tidak pernah pasti tanpa keputusan orang", "Never certain without a person's word"),
    NOT_ENOUGH_HEARD("Belum cukup bukti untuk dianggap iseng", "Not enough evidence to take it for a hoax"),
    NOT_HEARD_OUT(
            "Hening, tetapi belum cukup lama didengarkan: jalankan prosedur telepon hening",
            "Silent, but not listened to for long enough: follow the silent-call procedure"),
    NO_HABIT(
            "Hening, tetapi penelepon tidak biasa begitu: 1 dari 100 dalam bahaya",
            "Silent, but not by habit: 1 in 100 is in distress"),
    DISTRESS_RULE("Tangisan atau sirene: perlu ditangani orang", "Crying or a siren: a person must look"),
    COVERED_VOICE(
            "Mungkin ada ucapan di balik suara mesin: perlu didengarkan orang",
            "Perhaps a voice under an engine: a person must listen"),
    FIRST_CALL_WITH_SPEECH(
            "Panggilan pertama dari nomor ini, dan ada ucapan", "First call from this number, with speech"),
    CORROBORATED("Dikuatkan penelepon lain", "Corroborated by another caller"),
    CORROBORATED_TWICE("Dikuatkan beberapa penelepon lain", "Corroborated by several other callers"),
    KEY_PRESSED("Penelepon menekan tombol", "The caller pressed a key"),
    TAPPED("Penelepon mengetuk sebagai jawaban", "The caller answered by tapping"),
    REPORTED("Ada laporan: tidak pernah dianggap iseng", "There is a report: never taken for a hoax"),
    FIRE_REPORT("Laporan kebakaran", "Report of a fire"),
    MEDICAL_REPORT("Laporan gawat medis", "Report of a medical emergency"),
    CHILD_REPORT("Laporan menyangkut anak", "Report that concerns a child"),
    VIOLENCE_REPORT("Laporan kekerasan", "Report of violence"),
    DISASTER_REPORT("Laporan bencana", "Report of a disaster"),
    WORDING_REPORT("Laporan dengan kata-kata mirip laporan bahaya", "Report worded like those of danger"),
    SILENT_SOLUTION(
            "Penelepon menekan 55: tanda tidak bisa berbicara",
            "The caller pressed 55: the sign of one who cannot speak"),
    OPERATOR_NORMAL("Operator: panggilan sungguhan", "Operator: a genuine call"),
    LIFE_THREAT_REPORT("Laporan ancaman jiwa", "Report of a threat to life");

    private static final Set<String> RULES = Arrays.stream(values())
            .filter(code -> code.compareTo(NEVER_CERTAIN) >= 0)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Phrase id;
    private final Phrase en;

    ReasonCode(String id, String en) {
        this.id = Phrase.of(id);
        this.en = Phrase.of(en);
    }

    /** Whether this code names a rule that stands above any sum, and not a part of the sum. */
    static boolean isRule(String code) {
        return RULES.contains(code);
    }

    /**
     * A reason with this code.
     *
     * @param thousandths of natural log-odds
     * @param figure for the sentence, if it takes one
     */
    public Reason of(long thousandths, String figure) {
        return new Reason(name(), thousandths / 1_000.0, id.with(figure), en.with(figure));
    }

    /** A sentence cut at its figure: formatting one anew for each reason would cost more than the score itself. */
    private record Phrase(String before, String after, boolean takesFigure) {

        static Phrase of(String sentence) {
            int at = sentence.indexOf("%s");
            return at < 0
                    ? new Phrase(sentence, "", false)
                    : new Phrase(sentence.substring(0, at), sentence.substring(at + 2), true);
        }

        String with(String figure) {
            return takesFigure ? before + figure + after : before;
        }
    }
}
