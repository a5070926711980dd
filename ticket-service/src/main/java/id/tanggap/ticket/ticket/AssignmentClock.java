package id.tanggap.ticket.ticket;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.clock.policy.ClockPolicy;
import id.tanggap.ticket.clock.policy.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an assignment's clock; all but the first may be null.
 *
 * @param from since when it runs
 * @param missedStep the last step that was missed since then: what was told of once is not told of again
 * @param missedAt since when that step is missed, null if it is taken by now
 * @param dueStep what is to be done next, by {@code dueAt}
 * @param checkAt when the sweep is to look at it: then, or sooner to reckon anew, or later after a failure
 * @param escalatedAgency whose missed {@code escalatedStep} brought the command centre in
 */
@Embeddable
record AssignmentClock(
        @Column(name = "clock_from") Instant from,
        @Enumerated(EnumType.STRING) Step missedStep,
        Instant missedAt,
        @Enumerated(EnumType.STRING) Step dueStep,
        Instant dueAt,
        Instant checkAt,
        String escalatedAgency,
        @Enumerated(EnumType.STRING) Step escalatedStep) {

    /** One that has just begun and is not wound yet. */
    static AssignmentClock begun(Instant from) {
        return new AssignmentClock(from, null, null, null, null, null, null, null);
    }

    /** A part that the command centre was given because this agency missed this step. */
    AssignmentClock because(String agency, Step step) {
        return new AssignmentClock(from, missedStep, missedAt, dueStep, dueAt, checkAt, agency, step);
    }

    /** What is due by now was not done. */
    AssignmentClock missed(ClockPolicy.Due due) {
        return new AssignmentClock(from, due.step(), due.at(), null, null, null, escalatedAgency, escalatedStep);
    }

    /** Set to what is due next; what was missed and is done by now is no longer. */
    AssignmentClock wound(AssignmentStatus status, Optional<ClockPolicy.Due> next) {
        boolean made = missedStep == null || missedStep.isTaken(status);
        Instant at = next.map(ClockPolicy.Due::at).orElse(null);
        return new AssignmentClock(
                from,
                missedStep,
                made ? null : missedAt,
                next.map(ClockPolicy.Due::step).orElse(null),
                at,
                at,
                escalatedAgency,
                escalatedStep);
    }
}
