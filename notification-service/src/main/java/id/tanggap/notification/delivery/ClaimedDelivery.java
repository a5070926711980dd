package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.DeliveryPolicy;
import id.tanggap.notification.subscription.policy.QuietHours;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A delivery that this process may try now, with what it needs for that.
 *
 * @param subscriptionId none: to one person
 * @param attempt number of the attempt, from 1
 * @param tries the same over this channel, since it was last sent again
 * @param dueAt when it was first to go out, or was sent again
 * @param channel over which it goes now
 * @param place of that among its subscription's, from 0
 * @param next the channel after it
 * @param to where that leads, sealed but for a web address
 * @param quietHours its subscription's
 * @param probe whether it shows if a paused channel can come back
 * @param sound whether nothing was wrong with its receiver: then there is nothing to note if it arrives
 * @param sealedView body, sealed
 * @param traceparent of the news that it brings
 */
record ClaimedDelivery(
        UUID deliveryId,
        Optional<UUID> subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        int priority,
        int attempt,
        int tries,
        Instant dueAt,
        ChannelKind channel,
        int place,
        Optional<ChannelKind> next,
        To to,
        Optional<QuietHours> quietHours,
        boolean probe,
        boolean sound,
        String sealedView,
        Optional<String> traceparent) {

    /**
     * Where it goes.
     *
     * @param url of a subscription's webhook
     * @param sealedSecrets by which that is signed, the newest first
     * @param kinds of a subscription's channels, in order
     * @param sealedRoutes a subscription's other addresses
     * @param sealedRecipient the one person, where there is no subscription
     */
    record To(
            String url,
            List<String> sealedSecrets,
            List<ChannelKind> kinds,
            String sealedRoutes,
            Optional<String> sealedRecipient) {

        @Override
        public String toString() {
            return "To[]";
        }
    }

    static ClaimedDelivery of(Row row) {
        List<ChannelKind> kinds = Stream.of(row.getArrayOfStrings("channels"))
                .map(ChannelKind::valueOf)
                .toList();
        int place = row.getInteger("place");
        return new ClaimedDelivery(
                row.getUUID("delivery_id"),
                Optional.ofNullable(row.getUUID("subscription_id")),
                row.getString("agency"),
                row.getString("ticket_id"),
                row.getLong("ticket_sequence"),
                row.getInteger("priority"),
                row.getInteger("attempts"),
                row.getInteger("tries"),
                row.getOffsetDateTime("due_at").toInstant(),
                kinds.get(place),
                place,
                kinds.stream().skip(place + 1L).findFirst(),
                new To(
                        row.getString("url"),
                        Stream.concat(
                                        Stream.ofNullable(row.getString("sealed_secret")),
                                        Stream.of(row.getArrayOfStrings("old_secrets")))
                                .toList(),
                        kinds,
                        row.getString("sealed_channels"),
                        Optional.ofNullable(row.getString("sealed_recipient"))),
                Optional.ofNullable(row.getLocalTime("quiet_from"))
                        .map(from -> new QuietHours(from, row.getLocalTime("quiet_to"))),
                row.getBoolean("probe"),
                row.getBoolean("sound"),
                row.getString("sealed_view"),
                Optional.ofNullable(row.getString("traceparent")));
    }

    /** Until when it has to wait although it is due: its retry, or its turn, has come in quiet hours. */
    Optional<Instant> heldUntil(Instant now) {
        return quietHours.flatMap(quiet -> quiet.heldUntil(priority, now));
    }

    DeliveryPolicy.Tried tried() {
        return new DeliveryPolicy.Tried(tries, priority, dueAt, next.isPresent(), probe);
    }

    @Override
    public String toString() {
        return "ClaimedDelivery[deliveryId=" + deliveryId + ", attempt=" + attempt + "]";
    }
}
