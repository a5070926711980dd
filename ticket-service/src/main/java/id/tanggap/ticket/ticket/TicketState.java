package id.tanggap.ticket.ticket;

import id.tanggap.ticket.priority.policy.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can change about a ticket, for its history. Neither the report's text nor its address, which never change, nor who
 * reported: only whether that is known.
 */
record TicketState(
        String number,
        TicketStatus status,
        Optional<Verification> verification,
        List<TicketLink> links,
        String category,
        int priority,
        boolean lifeThreat,
        boolean emergency,
        boolean reporterKnown,
        List<AssignmentView> assignments,
        Optional<AssessmentView> assessment,
        Optional<Instant> closedAt,
        Optional<Instant> acknowledgedAt) {

    static TicketState of(Ticket t) {
        return new TicketState(
                t.number,
                t.status,
                Optional.ofNullable(t.verification),
                t.links,
                t.category,
                t.priority,
                t.lifeThreat,
                t.emergency,
                t.reporterSealed != null,
                t.assignments.stream().map(AssignmentView::full).toList(),
                AssessmentView.score(t),
                Optional.ofNullable(t.closedAt),
                Optional.ofNullable(t.acknowledgedAt));
    }
}
