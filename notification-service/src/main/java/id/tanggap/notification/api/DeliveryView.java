package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.Delivery;
import id.tanggap.notification.delivery.DeliveryStatus;
import id.tanggap.notification.delivery.DirectDeliveries;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the delivery log.
 *
 * @param subscriptionId absent: to one officer, by the roster, or to a subscription's owner
 * @param channel of the last attempt
 * @param held waits for the end of quiet hours
 * @param httpStatus of the last answer
 * @param answer the first 1 KB of the last answer; only for the agency itself, for it may repeat a ticket
 * @param tookMillis how long the last attempt took
 * @param receipt how far the message has come, as its channel tells later: SENT, DELIVERED, READ or FAILED
 * @param rung of the ladder by which an agency that did not accept in time was woken
 */
public record DeliveryView(
        UUID deliveryId,
        Optional<UUID> subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        int priority,
        ChannelKind channel,
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
        Optional<Integer> tookMillis,
        Optional<String> receipt,
        Optional<Instant> receiptAt,
        Optional<String> rung) {

    /** @param answer opened */
    static DeliveryView of(Delivery delivery, Optional<String> answer) {
        return new DeliveryView(
                delivery.id(),
                delivery.subscriptionId(),
                delivery.agency(),
                delivery.ticketId(),
                delivery.ticketSequence(),
                delivery.priority(),
                delivery.channel(),
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
                delivery.tookMillis(),
                delivery.receipt(),
                delivery.receiptAt(),
                delivery.step().map(DirectDeliveries.Step::rung));
    }

    @Override
    public String toString() {
        return "DeliveryView[deliveryId=" + deliveryId + "]";
    }
}
