package id.tanggap.triage.caller;

import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import java.time.Instant;
import java.util.Optional;

/** What an operator once said of a call of the same caller, and what was found in the field. */
public record PastCall(Optional<Disposition> disposition, Optional<FieldOutcome> outcome, Instant at) {

    /** One of which the operator's word is all that is known. */
    public PastCall(Disposition disposition, Instant at) {
        this(Optional.of(disposition), Optional.empty(), at);
    }

    /** What the operator's word counts as: where something was found, it was no hoax, whatever was said. */
    Optional<Disposition> counted() {
        return disposition.filter(said -> !outcome.equals(Optional.of(FieldOutcome.FOUND))
                || said != Disposition.GHOST && said != Disposition.PRANK);
    }
}
