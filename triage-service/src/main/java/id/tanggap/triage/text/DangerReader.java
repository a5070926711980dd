package id.tanggap.triage.text;

import id.tanggap.triage.policy.Indicator;
import java.util.Set;

/**
 * Which dangers a report speaks of: those of its category and of the words on the list, and, where there are none of these,
 * whether it is worded like a report of danger. The model adds and never takes away.
 */
public final class DangerReader {

    private final DangerLexicon lexicon;
    private final DangerModel model;

    private DangerReader(DangerLexicon lexicon, DangerModel model) {
        this.lexicon = lexicon;
        this.model = model;
    }

    /** The one that ships with the service. */
    public static DangerReader bundled() {
        return new DangerReader(DangerLexicon.bundled(), DangerModel.bundled());
    }

    public Set<Indicator> in(String category, String text) {
        Set<Indicator> found = lexicon.in(category, text);
        return found.isEmpty() && model.speaksOfDanger(text) ? Set.of(Indicator.WORDING) : found;
    }
}
