package id.tanggap.notification.api;

import id.tanggap.notification.delivery.DeliveryStatus;
import id.tanggap.notification.delivery.Redeliveries;
import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which deliveries to send again: these, or all that fulfil every criterion named. At least one must be named.
 *
 * @param statuses those that were given up, if none is named; with ids, of any status but cancelled
 * @param from made at this moment or later
 * @param to made before
 */
public record RedeliveryRequest(
        Optional<@Size(min = 1, max = 1000) List<@NotNull UUID>> deliveryIds,
        Optional<@Size(min = 1, max = 5) Set<@NotNull DeliveryStatus>> statuses,
        Optional<UUID> subscriptionId,
        Optional<@Storable String> ticketId,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final Set<DeliveryStatus> ANY =
            Set.of(DeliveryStatus.PENDING, DeliveryStatus.RETRYING, DeliveryStatus.DELIVERED, DeliveryStatus.DEAD);

    public RedeliveryRequest {
        deliveryIds = deliveryIds == null ? Optional.empty() : deliveryIds;
        statuses = statuses == null ? Optional.empty() : statuses;
        subscriptionId = subscriptionId == null ? Optional.empty() : subscriptionId;
        ticketId = ticketId == null ? Optional.empty() : ticketId;
        from = from == null ? Optional.empty() : from;
        to = to == null ? Optional.empty() : to;
    }

    /** One delivery, whatever became of it. */
    static Redeliveries.Criteria of(UUID id) {
        return new Redeliveries.Criteria(
                ANY, Optional.of(List.of(id)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Redeliveries.Criteria criteria() {
        if (deliveryIds.isEmpty()
                && statuses.isEmpty()
                && subscriptionId.isEmpty()
                && ticketId.isEmpty()
                && from.isEmpty()
                && to.isEmpty()) {
            throw Problem.invalid("body", "must name at least one criterion");
        }
        if (statuses.filter(named -> named.contains(DeliveryStatus.CANCELLED)).isPresent()) {
            throw Problem.invalid("statuses", "must not contain CANCELLED: those subscriptions are over");
        }
        return new Redeliveries.Criteria(
                statuses.orElse(deliveryIds.isPresent() ? ANY : Set.of(DeliveryStatus.DEAD)),
                deliveryIds,
                subscriptionId,
                ticketId,
                from.map(time -> AskedTime.read("from", time.toString())),
                to.map(time -> AskedTime.read("to", time.toString())));
    }
}
