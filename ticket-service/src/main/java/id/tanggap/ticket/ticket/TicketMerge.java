package id.tanggap.ticket.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a ticket was merged into another, with what a split needs to undo it. */
@Entity
class TicketMerge {

    @Id
    UUID id;

    UUID parentId;
    UUID childId;
    String parentBefore;
    String parentAfter;
    String childBefore;
    Instant mergedAt;
    Instant splitAt;
}
