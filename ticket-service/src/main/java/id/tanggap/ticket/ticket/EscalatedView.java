package id.tanggap.ticket.ticket;

import id.tanggap.ticket.clock.policy.Step;
import java.util.Optional;

/** Why the command centre has a part as the duty officer: this agency missed this step. */
public record EscalatedView(String agency, Step step) {

    static Optional<EscalatedView> of(AssignmentClock clock) {
        return Optional.ofNullable(clock.escalatedAgency())
                .map(agency -> new EscalatedView(agency, clock.escalatedStep()));
    }
}
