package id.tanggap.notification.ladder;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A rung that is behind, as it is kept. */
@Entity(name = "LadderRung")
@Immutable
public class RungDone {

    /** Each rung of a ladder once. */
    @Embeddable
    public record Id(UUID ladderId, String rung) {}

    @EmbeddedId
    private Id id;

    private Instant doneAt;
    private int told;
    private String reason;

    protected RungDone() {}

    public UUID ladderId() {
        return id.ladderId();
    }

    public String rung() {
        return id.rung();
    }

    public Instant doneAt() {
        return doneAt;
    }

    /** Messages sent; 0: it was skipped. */
    public int told() {
        return told;
    }

    /** Why nobody was told. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
