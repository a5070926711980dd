package id.tanggap.lab.reading;

import id.tanggap.triage.policy.Indicator;
import id.tanggap.triage.text.DangerLexicon;
import id.tanggap.triage.text.DangerTerms;
import id.tanggap.triage.text.Denial;
import id.tanggap.triage.text.Words;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that finds dangers in a report's words, without its category. */
record Reader(String name, Function<String, Set<Indicator>> judgement) {

    /** No category of dangers, so that the words alone speak. */
    private static final String NO_CATEGORY = "OTHER";

    Set<Indicator> of(String text) {
        return judgement.apply(text);
    }

    /** Finds what either finds: nothing that one of them finds is lost. */
    Reader or(Reader other) {
        return new Reader(name + " or " + other.name, text -> {
            EnumSet<Indicator> both = EnumSet.noneOf(Indicator.class);
            both.addAll(of(text));
            both.addAll(other.of(text));
            return both;
        });
    }

    /** Triage's own. */
    static Reader shipped() {
        DangerLexicon lexicon = DangerLexicon.bundled();
        return new Reader("mended list", text -> lexicon.in(NO_CATEGORY, text));
    }

    /** The list as triage had it before it was mended: no shorthand, no slips, denials not heeded. */
    static Reader first(DangerTerms terms) {
        return new Reader("first list", text -> terms.in(Words.of(text)).stream()
                .map(DangerTerms.Found::indicator)
                .collect(Collectors.toSet()));
    }

    /** The same list, its terms not counted where {@link Denial} has them denied. */
    static Reader firstHeedingDenials(DangerTerms terms) {
        return new Reader("first list, denials heeded", text -> Words.clauses(text).stream()
                .flatMap(clause -> terms.in(clause).stream()
                        .filter(term -> !Denial.of(clause, term))
                        .map(DangerTerms.Found::indicator))
                .collect(Collectors.toSet()));
    }

    /** The words' dangers by probabilities, from this probability on. */
    static Reader linear(LinearModel model, double threshold) {
        return new Reader("linear model", text -> model.from(threshold, text));
    }
}
