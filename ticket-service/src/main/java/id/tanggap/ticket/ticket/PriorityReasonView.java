package id.tanggap.ticket.ticket;

import id.tanggap.ticket.priority.policy.PriorityReason;
import java.util.List;
import java.util.Optional;

/** Why a ticket has its priority, as contracts carry it. */
public record PriorityReasonView(String code, String textId, String textEn) {

    /** Empty of a ticket that is older than such reasons. */
    static Optional<List<PriorityReasonView>> of(Ticket ticket) {
        return Optional.ofNullable(ticket.priorityReasons)
                .map(reasons -> reasons.stream().map(PriorityReasonView::of).toList());
    }

    private static PriorityReasonView of(PriorityReason reason) {
        return new PriorityReasonView(reason.name(), reason.textId(), reason.textEn());
    }
}
