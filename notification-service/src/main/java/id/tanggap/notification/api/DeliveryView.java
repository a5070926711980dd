package id.tanggap.notification.api;

import id.tanggap.notification.delivery.Delivery;
import id.tanggap.notification.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A line of the delivery log. */
public record DeliveryView(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        String channel,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> finishedAt,
        Optional<Integer> httpStatus,
        Optional<String> reason) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.subscriptionId(),
                delivery.agency(),
                delivery.ticketId(),
                delivery.ticketSequence(),
                "WEBHOOK",
                delivery.status(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.finishedAt(),
                delivery.httpStatus(),
                delivery.reason());
    }
}
