package id.tanggap.notification.feed;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** One thing that an agency was told: its view of a ticket after a change, sealed. Never changes. */
@Entity
public class FeedEvent {

    /**
     * @param position from 1 in each agency's feed, visible in this order
     */
    @Embeddable
    public record Id(String agency, long position) {}

    @EmbeddedId
    private Id id;

    private String ticketId;
    private long ticketSequence;
    private String change;
    private String sealedView;
    private Instant occurredAt;
    private Instant storedAt;

    protected FeedEvent() {}

    FeedEvent(Id id, TicketNews news, String sealedView, Instant storedAt) {
        this.id = id;
        this.ticketId = news.ticketId();
        this.ticketSequence = news.ticketSequence();
        this.change = news.change();
        this.sealedView = sealedView;
        this.occurredAt = news.occurredAt();
        this.storedAt = storedAt;
    }

    long position() {
        return id.position();
    }

    String change() {
        return change;
    }

    String sealedView() {
        return sealedView;
    }
}
