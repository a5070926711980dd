package id.tanggap.ticket.ticket;

import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.category.policy.ServiceLevel;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.priority.policy.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole ticket, as the command centre sees it.
 *
 * @param verification what a person found on asking whether it is true
 * @param verifyBy its place in the line of those that somebody is to ask
 * @param afterHours whether it came in outside service hours and could wait
 * @param acknowledgedAt when a person of the command centre had seen it in the backlog
 * @param reporter only for operators and supervisors, and only of one ticket at a time
 */
public record TicketView(
        UUID ticketId,
        String number,
        String callId,
        String reportId,
        Optional<String> callerRef,
        String category,
        AgencyTicketView.LabelView categoryLabel,
        int priority,
        Optional<List<PriorityReasonView>> priorityReasons,
        Optional<Integer> independentCallers,
        List<TicketLink> links,
        List<AlsoReported> alsoReported,
        boolean lifeThreat,
        boolean emergency,
        TicketStatus status,
        Optional<Verification> verification,
        Optional<Instant> verifyBy,
        String text,
        Optional<Location> location,
        Optional<Placement> area,
        Optional<ServiceLevel> serviceLevel,
        Optional<Reporter> reporter,
        List<AssignmentView> assignments,
        Optional<AssessmentView> assessment,
        boolean afterHours,
        Optional<Instant> acknowledgedAt,
        Instant reportedAt,
        Instant openedAt,
        Optional<Instant> closedAt,
        long version) {

    /** The view of this ticket. */
    public static TicketView of(Ticket t, Optional<Reporter> reporter) {
        return of(t, reporter, List.of());
    }

    /** The view of this ticket with the reports of those that were merged into it. */
    public static TicketView of(Ticket t, Optional<Reporter> reporter, List<AlsoReported> alsoReported) {
        return new TicketView(
                t.id,
                t.number,
                t.callId,
                t.reportId,
                Optional.ofNullable(t.callerRef),
                t.category,
                new AgencyTicketView.LabelView(t.labelId, t.labelEn),
                t.priority,
                PriorityReasonView.of(t),
                Optional.of((int) t.callers).filter(callers -> callers > 1),
                t.links,
                alsoReported,
                t.lifeThreat,
                t.emergency,
                t.status,
                Optional.ofNullable(t.verification),
                Optional.ofNullable(t.verifyBy),
                t.reportText,
                Optional.ofNullable(t.location),
                t.placement(),
                t.serviceLevel(),
                reporter,
                t.assignments.stream().map(AssignmentView::full).toList(),
                AssessmentView.withReasons(t),
                t.afterHours,
                Optional.ofNullable(t.acknowledgedAt),
                t.reportedAt,
                t.openedAt,
                Optional.ofNullable(t.closedAt),
                t.version);
    }
}
