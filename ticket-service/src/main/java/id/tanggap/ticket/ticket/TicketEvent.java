package id.tanggap.ticket.ticket;

import id.tanggap.platform.outbox.Unsealed;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.category.policy.ServiceLevel;
import id.tanggap.ticket.priority.policy.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payload of ticket.ticket.v1: the state of a ticket without personal data and without text. */
record TicketEvent(
        UUID ticketId,
        String number,
        Change change,
        String callId,
        String reportId,
        String category,
        int priority,
        Optional<List<PriorityReasonView>> priorityReasons,
        Optional<Integer> independentCallers,
        List<TicketLink> links,
        boolean lifeThreat,
        boolean emergency,
        TicketStatus status,
        Optional<Verification> verification,
        boolean afterHours,
        Instant openedAt,
        Instant reportedAt,
        Optional<Instant> closedAt,
        Optional<Location> location,
        Optional<Placement> area,
        Optional<ServiceLevel> serviceLevel,
        List<AssignmentView> assignments,
        Optional<AssessmentView> assessment)
        implements Unsealed {

    static final String TOPIC = "ticket.ticket.v1";
    static final String TYPE = "id.tanggap.ticket.ticket.v1";

    static TicketEvent of(Ticket t, Change change) {
        return new TicketEvent(
                t.id,
                t.number,
                change,
                t.callId,
                t.reportId,
                t.category,
                t.priority,
                PriorityReasonView.of(t),
                Optional.of((int) t.callers).filter(callers -> callers > 1),
                t.links,
                t.lifeThreat,
                t.emergency,
                t.status,
                Optional.ofNullable(t.verification),
                t.afterHours,
                t.openedAt,
                t.reportedAt,
                Optional.ofNullable(t.closedAt),
                Optional.ofNullable(t.location).map(TicketEvent::area).filter(area -> !area.isEmpty()),
                t.placement(),
                t.serviceLevel(),
                t.assignments.stream().map(AssignmentView::withoutText).toList(),
                AssessmentView.score(t));
    }

    /** An address is text and may name a house's owner; the place itself is needed to see where things happen. */
    private static Location area(Location location) {
        return new Location(location.lat(), location.lon(), location.kecamatan(), location.desa(), null);
    }
}
