package id.tanggap.ticket.ticket;

import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Finding;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An assignment as contracts carry it.
 *
 * @param agency empty where the whole view is one agency's
 * @param status EIDO status (NENA-STA-021.1)
 * @param referredTo the agency that has it instead, exactly if the finding is REFERRED
 * @param due what is to be done next, and by when
 * @param missed what is not done yet although it was due
 * @param escalated of the command centre only, if it was called for what another one missed
 */
public record AssignmentView(
        UUID assignmentId,
        Optional<String> agency,
        Role role,
        String status,
        Instant receivedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> enrouteAt,
        Optional<Instant> onsceneAt,
        Optional<Instant> closedAt,
        Optional<String> outcome,
        Optional<Finding> finding,
        Optional<String> referredTo,
        Optional<StepView> due,
        Optional<StepView> missed,
        Optional<EscalatedView> escalated) {

    /** For ticket.ticket.v1: what an agency wrote as its outcome is text and stays out. */
    static AssignmentView withoutText(Assignment a) {
        return of(a, Optional.of(a.agency()), Optional.empty());
    }

    /** For those who may see the whole ticket. */
    public static AssignmentView full(Assignment a) {
        return of(a, Optional.of(a.agency()), a.progress().conclusion().outcome());
    }

    /** For the agency itself. */
    static AssignmentView own(Assignment a) {
        return of(a, Optional.empty(), a.progress().conclusion().outcome());
    }

    private static AssignmentView of(Assignment a, Optional<String> agency, Optional<String> outcome) {
        Progress p = a.progress();
        Conclusion end = p.conclusion();
        AssignmentClock clock = a.clock();
        return new AssignmentView(
                a.id(),
                agency,
                a.role(),
                p.status().eido(),
                p.receivedAt(),
                p.acceptedAt(),
                p.enrouteAt(),
                p.onsceneAt(),
                p.closedAt(),
                outcome,
                end.finding(),
                end.referredTo(),
                StepView.of(clock.dueStep(), clock.dueAt()),
                StepView.of(clock.missedStep(), clock.missedAt()),
                EscalatedView.of(clock));
    }
}
