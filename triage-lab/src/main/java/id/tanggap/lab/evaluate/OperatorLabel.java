package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.Outcome;
import id.tanggap.triage.learning.train.Label;
import java.util.Optional;

/** What triage would learn from a call: the operator's word and the field's, right or wrong, never the truth. */
final class OperatorLabel {

    private OperatorLabel() {}

    /** The rule of triage's own {@code learning.Labelling}: it is told of what was found and of nothing found only. */
    static Optional<Label> of(ObservedCall call) {
        Optional<Outcome> outcome = call.outcome()
                .map(ObservedCall.Said::what)
                .filter(what -> what == Outcome.FOUND || what == Outcome.NOTHING_THERE);
        if (outcome.equals(Optional.of(Outcome.FOUND))) {
            return Optional.of(Label.GENUINE);
        }
        return call.disposition().flatMap(said -> switch (said.what()) {
            case NORMAL -> outcome.isPresent() ? Optional.empty() : Optional.of(Label.GENUINE);
            case INFORMATION -> Optional.of(Label.INFORMATION);
            case GHOST -> Optional.of(Label.GHOST);
            case PRANK -> Optional.of(Label.PRANK);
            case TEST -> Optional.empty();
        });
    }
}
