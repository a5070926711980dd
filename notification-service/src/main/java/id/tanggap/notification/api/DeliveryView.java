package id.tanggap.notification.api;

import id.tanggap.notification.delivery.Delivery;
import id.tanggap.notification.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the delivery log.
 *
 * @param held waits for the end of quiet hours
 * @param httpStatus of the last answer
 * @param answer the first 1 KB of the last answer; only for the agency itself, for it may repeat a ticket
 * @param tookMillis how long the last attempt took
 */
public record DeliveryView(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        int priority,
        String channel,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        boolean held,
        Optional<Instant> attemptedAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> finishedAt,
        Optional<Integer> httpStatus,
        Optional<String> reason,
        Optional<String> answer,
        Optional<Integer> tookMillis) {

    /** @param answer opened */
    static DeliveryView of(Delivery delivery, Optional<String> answer) {
        return new DeliveryView(
                delivery.id(),
                delivery.subscriptionId(),
                delivery.agency(),
                delivery.ticketId(),
                delivery.ticketSequence(),
                delivery.priority(),
                "WEBHOOK",
                delivery.status(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.dueAt(),
                delivery.held(),
                delivery.attemptedAt(),
                delivery.nextAttemptAt(),
                delivery.finishedAt(),
                delivery.httpStatus(),
                delivery.reason(),
                answer,
                delivery.tookMillis());
    }

    @Override
    public String toString() {
        return "DeliveryView[deliveryId=" + deliveryId + "]";
    }
}
