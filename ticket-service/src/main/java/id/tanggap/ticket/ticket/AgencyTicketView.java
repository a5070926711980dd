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
 * A ticket as one agency sees it: payload of its own topic and body of its own REST view.
 *
 * @param change what made it change, empty where it is only read
 * @param reporter only for an agency that must be able to call back
 * @param assignment the agency's own part
 * @param verification what the command centre found on asking whether it is true
 */
public record AgencyTicketView(
        UUID ticketId,
        String number,
        String agency,
        Optional<Change> change,
        String category,
        LabelView categoryLabel,
        int priority,
        Optional<List<PriorityReasonView>> priorityReasons,
        Optional<Integer> independentCallers,
        List<TicketLink> links,
        List<AlsoReported> alsoReported,
        boolean lifeThreat,
        String text,
        Optional<Location> location,
        Optional<Placement> area,
        Optional<ServiceLevel> serviceLevel,
        Optional<Reporter> reporter,
        AssignmentView assignment,
        Optional<Verification> verification,
        Optional<AssessmentView> assessment,
        Instant reportedAt,
        Instant openedAt) {

    /** A label in both languages. */
    public record LabelView(String id, String en) {}

    /** The view of the agency of {@code own}; the reporter is left out unless that agency needs it. */
    public static AgencyTicketView of(
            Ticket t, Assignment own, Optional<Change> change, Optional<Reporter> reporter, List<AlsoReported> merged) {
        List<AlsoReported> alsoReported = own.reporterNeeded()
                ? merged
                : merged.stream().map(AlsoReported::unnamed).toList();
        return new AgencyTicketView(
                t.id,
                t.number,
                own.agency(),
                change,
                t.category,
                new LabelView(t.labelId, t.labelEn),
                t.priority,
                PriorityReasonView.of(t),
                Optional.of((int) t.callers).filter(callers -> callers > 1),
                t.links,
                alsoReported,
                t.lifeThreat,
                t.reportText,
                Optional.ofNullable(t.location),
                t.placement(),
                t.serviceLevel(),
                own.reporterNeeded() ? reporter : Optional.empty(),
                AssignmentView.own(own),
                Optional.ofNullable(t.verification),
                AssessmentView.withReasons(t),
                t.reportedAt,
                t.openedAt);
    }
}
