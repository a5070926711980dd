package id.tanggap.ticket.ticket;

import id.tanggap.ticket.clock.policy.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of an assignment's clock as contracts carry it.
 *
 * @param at by when it is due, or since when it is missed
 */
public record StepView(Step step, Instant at) {

    /** Empty without a time. */
    static Optional<StepView> of(Step step, Instant at) {
        return Optional.ofNullable(at).map(known -> new StepView(step, known));
    }
}
