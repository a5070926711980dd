package id.tanggap.triage.learning;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import java.util.Optional;

/** What to learn from an operator's word and from what was found in the field. */
final class Labelling {

    private Labelling() {}

    /**
     * What was found outweighs what was said. Nothing found of what an operator took seriously teaches nothing: the caller
     * may have meant well. A centre's own trial teaches nothing either.
     */
    static Optional<Label> of(Optional<Disposition> disposition, Optional<FieldOutcome> outcome) {
        if (outcome.equals(Optional.of(FieldOutcome.FOUND))) {
            return Optional.of(Label.GENUINE);
        }
        return disposition.flatMap(said -> switch (said) {
            case NORMAL -> outcome.isPresent() ? Optional.empty() : Optional.of(Label.GENUINE);
            case INFORMATION -> Optional.of(Label.INFORMATION);
            case GHOST -> Optional.of(Label.GHOST);
            case PRANK -> Optional.of(Label.PRANK);
            case TEST -> Optional.empty();
        });
    }
}
