package id.tanggap.notification.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a ticket on its way to one subscription, as the delivery log shows it; {@link DeliveryStore} moves it on. */
@Entity
@Immutable
public class Delivery {

    @Id
    private UUID deliveryId;

    private UUID subscriptionId;
    private String agency;
    private String ticketId;
    private long ticketSequence;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;
    private Instant createdAt;
    private Instant nextAttemptAt;
    private Instant finishedAt;
    private Integer httpStatus;
    private String reason;

    protected Delivery() {}

    public UUID id() {
        return deliveryId;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public String agency() {
        return agency;
    }

    public String ticketId() {
        return ticketId;
    }

    public long ticketSequence() {
        return ticketSequence;
    }

    public DeliveryStatus status() {
        return status;
    }

    /** Attempts begun. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it will be tried next, while it is on its way. */
    public Optional<Instant> nextAttemptAt() {
        return finishedAt().isPresent() ? Optional.empty() : Optional.of(nextAttemptAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** Status of the last answer. */
    public Optional<Integer> httpStatus() {
        return Optional.ofNullable(httpStatus);
    }

    /** Why the last attempt did not deliver. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
