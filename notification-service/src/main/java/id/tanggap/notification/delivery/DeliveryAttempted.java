package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The event {@code notification.delivery.v1}: what became of an attempt, or that its channel took that back. Holds nothing of the ticket but its id, and no address.
 *
 * @param nextChannel over which it is tried next, if not over the same
 */
public record DeliveryAttempted(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        ChannelKind channel,
        DeliveryStatus status,
        int attempt,
        Instant at,
        Optional<Integer> httpStatus,
        Optional<String> reason,
        Optional<ChannelKind> nextChannel) {

    private static final String TOPIC = "notification.delivery.v1";

    static DeliveryAttempted of(ClaimedDelivery delivery, Verdict verdict, Instant at) {
        return new DeliveryAttempted(
                delivery.deliveryId(),
                delivery.subscriptionId().orElseThrow(),
                delivery.agency(),
                delivery.ticketId(),
                delivery.ticketSequence(),
                delivery.channel(),
                status(verdict),
                delivery.attempt(),
                at,
                verdict.httpStatus(),
                verdict.failure().map(Enum::name),
                delivery.next().filter(next -> verdict instanceof Verdict.NextChannel));
    }

    static DeliveryStatus status(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered delivered -> DeliveryStatus.DELIVERED;
            case Verdict.Retry retry -> DeliveryStatus.RETRYING;
            case Verdict.NextChannel next -> DeliveryStatus.RETRYING;
            case Verdict.KeptBack kept -> DeliveryStatus.RETRYING;
            case Verdict.Dead dead -> DeliveryStatus.DEAD;
        };
    }

    /** As it goes to the outbox: of the ticket's key, with the delivery as aggregate and the attempt as its version. */
    OutboxEvent event() {
        return new OutboxEvent(TOPIC, ticketId, "id.tanggap." + TOPIC, deliveryId.toString(), attempt, at, this);
    }
}
