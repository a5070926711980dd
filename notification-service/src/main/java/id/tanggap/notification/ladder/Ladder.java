package id.tanggap.notification.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The waking of one agency's people for one assignment, as it is kept; {@link LadderStore} moves it on. */
@Entity
@Immutable
public class Ladder {

    @Id
    private UUID ladderId;

    private String ticketId;
    private String number;
    private String agency;
    private UUID assignmentId;
    private Instant clockFrom;
    private int priority;
    private Instant beganAt;
    private int climbed;
    private Instant nextAt;
    private Instant stoppedAt;
    private String stoppedBy;

    protected Ladder() {}

    public UUID id() {
        return ladderId;
    }

    public String ticketId() {
        return ticketId;
    }

    String number() {
        return number;
    }

    public String agency() {
        return agency;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    int priority() {
        return priority;
    }

    public Instant beganAt() {
        return beganAt;
    }

    /** Since when the clock ran that was missed. */
    public Instant clockFrom() {
        return clockFrom;
    }

    /** Rungs that are behind it. */
    public int climbed() {
        return climbed;
    }

    /** When the next rung's time comes. */
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }

    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    /** What stopped it. */
    public Optional<String> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }
}
