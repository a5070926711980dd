package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The event {@code notification.delivery.v1}: what became of an attempt. Holds nothing of the ticket but its id. */
public record DeliveryAttempted(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        String channel,
        DeliveryStatus status,
        int attempt,
        Instant at,
        Optional<Integer> httpStatus,
        Optional<String> reason) {

    private static final String TOPIC = "notification.delivery.v1";

    static DeliveryAttempted of(ClaimedDelivery delivery, Verdict verdict, Instant at) {
        return new DeliveryAttempted(
                delivery.deliveryId(),
                delivery.subscriptionId(),
                delivery.agency(),
                delivery.ticketId(),
                delivery.ticketSequence(),
                "WEBHOOK",
                switch (verdict) {
                    case Verdict.Delivered delivered -> DeliveryStatus.DELIVERED;
                    case Verdict.Retry retry -> DeliveryStatus.RETRYING;
                    case Verdict.Dead dead -> DeliveryStatus.DEAD;
                },
                delivery.attempt(),
                at,
                verdict.httpStatus(),
                (switch (verdict) {
                            case Verdict.Delivered delivered -> Optional.<FailureReason>empty();
                            case Verdict.Retry retry -> Optional.of(retry.reason());
                            case Verdict.Dead dead -> Optional.of(dead.reason());
                        })
                        .map(Enum::name));
    }

    /** As it goes to the outbox: of the ticket's key, with the delivery as aggregate and the attempt as its version. */
    OutboxEvent event() {
        return new OutboxEvent(TOPIC, ticketId, "id.tanggap." + TOPIC, deliveryId.toString(), attempt, at, this);
    }
}
