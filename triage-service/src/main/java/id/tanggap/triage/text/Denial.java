package id.tanggap.triage.text;

import id.tanggap.triage.policy.Indicator;
import java.util.List;
import java.util.Set;

/**
 * Whether a danger is denied where it is named: "bukan kebakaran", "tidak ada korban", "korban: nihil". Only a denial beside
 * the term and in its clause counts, and none of a threat to life: one look too many costs seconds. Works on the stems of a
 * clause whose words {@link Spelling} has written out.
 */
public final class Denial {

    private static final List<List<String>> BEFORE = List.of(
            List.of("bukan"), List.of("tidak", "ada"), List.of("tidak", "jadi"), List.of("nihil"), List.of("tanpa"));

    /** May stand between denial and term. */
    private static final Set<String> BETWEEN = Set.of("yang", "orang", "jadi", "lapor", "tanda", "ada", "soal");

    /** After the term: what is denied is its size, or the worst of it. */
    private static final Set<String> NOT_ALL = Set.of("biasa", "kecil", "jiwa", "tinggal", "tewas");

    /** Help, whose lack is no denial: "tidak ada ambulans". */
    private static final Set<String> HELP = Set.copyOf(Words.of("ambulans ambulan"));

    private Denial() {}

    /** {@code clause} holds the term from {@code start} to before {@code end}. */
    public static boolean of(List<String> clause, DangerTerms.Found term) {
        if (term.indicator() == Indicator.LIFE_THREAT || HELP.contains(clause.get(term.start()))) {
            return false;
        }
        return before(clause, term) || after(clause, term.end());
    }

    private static boolean before(List<String> clause, DangerTerms.Found term) {
        if (term.end() < clause.size() && NOT_ALL.contains(clause.get(term.end()))) {
            return false;
        }
        int start = term.start();
        if (start > 0 && BETWEEN.contains(clause.get(start - 1)) && !endsWithAny(clause.subList(0, start))) {
            start--;
        }
        return endsWithAny(clause.subList(0, start));
    }

    private static boolean endsWithAny(List<String> words) {
        return BEFORE.stream()
                .anyMatch(denial -> words.size() >= denial.size()
                        && words.subList(words.size() - denial.size(), words.size())
                                .equals(denial));
    }

    /** "Korban nihil", and "korban tidak ada" where the clause ends with it. */
    private static boolean after(List<String> clause, int end) {
        List<String> rest = clause.subList(end, clause.size());
        return rest.equals(List.of("tidak", "ada"))
                || !rest.isEmpty() && rest.getFirst().equals("nihil");
    }
}
