package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a ticket on its way to one subscription or person, as the delivery log shows it; {@link DeliveryStore} moves it on. */
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

    private int priority;
    private int attempts;
    private Instant createdAt;
    private Instant dueAt;
    private boolean held;
    private Instant attemptedAt;
    private Instant nextAttemptAt;
    private Instant finishedAt;
    private Integer httpStatus;
    private String reason;
    private Integer tookMillis;
    private String sealedAnswer;

    @Enumerated(EnumType.STRING)
    private ChannelKind channel;

    private String sealedRecipient;
    private UUID ladderId;
    private String rung;
    private String receipt;
    private Instant receiptAt;

    protected Delivery() {}

    public UUID id() {
        return deliveryId;
    }

    /** None: to one person. */
    public Optional<UUID> subscriptionId() {
        return Optional.ofNullable(subscriptionId);
    }

    /** Of the last attempt. */
    public ChannelKind channel() {
        return channel;
    }

    /** The step of a ladder that it belongs to. */
    public Optional<DirectDeliveries.Step> step() {
        return Optional.ofNullable(ladderId).map(id -> new DirectDeliveries.Step(id, rung));
    }

    /** The one person whom it is for, sealed. */
    public Optional<String> sealedRecipient() {
        return Optional.ofNullable(sealedRecipient);
    }

    /** How far the message has come by its channel's word: SENT, DELIVERED, READ or FAILED. */
    public Optional<String> receipt() {
        return Optional.ofNullable(receipt);
    }

    public Optional<Instant> receiptAt() {
        return Optional.ofNullable(receiptAt);
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

    /** 0..10; that of a later change of the same ticket if that was urgent. */
    public int priority() {
        return priority;
    }

    /** Attempts begun. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it was first to go out, or was sent again. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Whether it waits for the end of quiet hours. */
    public boolean held() {
        return held;
    }

    /** When the last attempt began. */
    public Optional<Instant> attemptedAt() {
        return Optional.ofNullable(attemptedAt);
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

    /** How long the last attempt took. */
    public Optional<Integer> tookMillis() {
        return Optional.ofNullable(tookMillis);
    }

    /** The beginning of the last answer, sealed. */
    public Optional<String> sealedAnswer() {
        return Optional.ofNullable(sealedAnswer);
    }
}
