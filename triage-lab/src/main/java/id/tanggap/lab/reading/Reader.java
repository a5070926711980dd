package id.tanggap.lab.reading;

import id.tanggap.triage.policy.Indicator;
import id.tanggap.triage.text.DangerLexicon;
import id.tanggap.triage.text.DangerModel;
import id.tanggap.triage.text.DangerReader;
import id.tanggap.triage.text.DangerTerms;
import id.tanggap.triage.text.Denial;
import id.tanggap.triage.text.Words;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that finds dangers in a report's words, without its category. */
record Reader(Function<String, Set<Indicator>> judgement) {

    /** No category of dangers, so that the words alone speak. */
    private static final String NO_CATEGORY = "OTHER";

    Set<Indicator> of(String text) {
        return judgement.apply(text);
    }

    /** Triage's own: the list, and where it finds nothing the model. */
    static Reader triage() {
        DangerReader reader = DangerReader.bundled();
        return new Reader(text -> reader.in(NO_CATEGORY, text));
    }

    /** Triage's list. */
    static Reader mended() {
        return of(DangerLexicon.bundled());
    }

    /** Triage's list, denials not heeded. */
    static Reader mendedDeaf() {
        return of(DangerLexicon.bundled((clause, term) -> false));
    }

    private static Reader of(DangerLexicon lexicon) {
        return new Reader(text -> lexicon.in(NO_CATEGORY, text));
    }

    /** The list as triage had it before it was mended: no shorthand, no slips, denials not heeded. */
    static Reader first(DangerTerms terms) {
        return new Reader(text -> terms.in(Words.of(text)).stream()
                .map(DangerTerms.Found::indicator)
                .collect(Collectors.toSet()));
    }

    /** The same list, its terms not counted where {@link Denial} has them denied. */
    static Reader firstHeedingDenials(DangerTerms terms) {
        return new Reader(text -> Words.clauses(text).stream()
                .flatMap(clause -> terms.in(clause).stream()
                        .filter(term -> !Denial.of(clause, term))
                        .map(DangerTerms.Found::indicator))
                .collect(Collectors.toSet()));
    }

    /** Danger or none, without its kind. */
    static Reader linear(DangerModel model) {
        return new Reader(text -> model.speaksOfDanger(text) ? Set.of(Indicator.WORDING) : Set.of());
    }
}
