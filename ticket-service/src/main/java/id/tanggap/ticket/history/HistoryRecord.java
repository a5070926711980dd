package id.tanggap.ticket.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a ticket: that it was, as it is kept for ever, and what it was, until that is erased. */
@Entity
@Immutable
@Table(name = "ticket_history")
@SecondaryTable(name = HistoryRecord.DETAILS)
public class HistoryRecord {

    /** What may be erased when its time is over, apart from what is kept for ever. */
    static final String DETAILS = "ticket_history_details";

    @Id
    long position;

    UUID ticketId;
    long version;
    Instant at;
    String change;
    String actor;

    @Enumerated(EnumType.STRING)
    Actor.Role actorRole;

    @Column(table = DETAILS)
    String details;

    @Column(table = DETAILS)
    byte[] salt;

    byte[] detailsDigest;
    byte[] hash;

    protected HistoryRecord() {}

    HistoryRecord(Chain.Link link, String details, byte[] salt, byte[] previous) {
        this.position = link.position();
        this.ticketId = link.ticketId();
        this.version = link.version();
        this.at = link.at();
        this.change = link.change();
        this.actor = link.actor().name();
        this.actorRole = link.actor().role();
        this.details = details;
        this.salt = salt;
        this.detailsDigest = link.digest();
        this.hash = Chain.hash(previous, link);
    }

    /** What is wrong with this record as the one after {@code position} and {@code previous}; empty if nothing is. */
    Optional<ChainFault> fault(long before, byte[] previous) {
        if (position != before + 1) {
            return Optional.of(new ChainFault(before + 1, ChainFault.Kind.MISSING));
        }
        if (details != null && !Arrays.equals(Chain.digest(salt, details), detailsDigest)) {
            return Optional.of(new ChainFault(position, ChainFault.Kind.DETAILS_CHANGED));
        }
        Chain.Link link =
                new Chain.Link(position, ticketId, version, at, change, new Actor(actor, actorRole), detailsDigest);
        return Optional.of(new ChainFault(position, ChainFault.Kind.RECORD_CHANGED))
                .filter(changed -> !Arrays.equals(Chain.hash(previous, link), hash));
    }
}
