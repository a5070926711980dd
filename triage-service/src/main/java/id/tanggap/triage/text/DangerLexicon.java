package id.tanggap.triage.text;

import id.tanggap.triage.policy.Indicator;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words and categories speak of danger; its terms and where they come from are in {@code text/indicators.csv}. Made
 * to miss little: a word too many costs an operator a look.
 */
public final class DangerLexicon {

    private final DangerTerms terms;
    private final Spelling spelling;
    private final Pattern harmless;
    private final BiPredicate<List<String>, DangerTerms.Found> denied;

    private DangerLexicon(
            DangerTerms terms,
            Spelling spelling,
            List<String> harmless,
            BiPredicate<List<String>, DangerTerms.Found> denied) {
        this.denied = denied;
        this.terms = terms;
        this.spelling = spelling;
        this.harmless = Pattern.compile(harmless.stream().collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    /** The lexicon that ships with the service. */
    public static DangerLexicon bundled() {
        return bundled(Denial::of);
    }

    /** The same with another notion of what in a clause is denied, to compare with. */
    public static DangerLexicon bundled(BiPredicate<List<String>, DangerTerms.Found> denied) {
        DangerTerms terms = new DangerTerms(Lines.of("/text/indicators.csv"));
        return new DangerLexicon(
                terms,
                new Spelling(Lines.of("/text/shorthand.csv"), terms.written()),
                Lines.of("/text/harmless.csv"),
                denied);
    }

    /** The dangers that a report of this category, with this text, speaks of; no text denies a category's own. */
    public Set<Indicator> in(String category, String text) {
        EnumSet<Indicator> found = EnumSet.noneOf(Indicator.class);
        terms.ofCategory(category).ifPresent(found::add);
        String written = harmless.matcher(spelling.mended(text)).replaceAll(" ");
        for (List<String> clause : Words.clauses(written)) {
            for (DangerTerms.Found term : terms.in(clause)) {
                if (!denied.test(clause, term)) {
                    found.add(term.indicator());
                }
            }
        }
        return Collections.unmodifiableSet(found);
    }
}
