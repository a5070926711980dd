package id.tanggap.notification.delivery;

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
 * @param attempt number of the attempt, from 1
 * @param attemptsBefore of these, before it was last sent again
 * @param dueAt when it was first to go out, or was sent again
 * @param sealedSecrets the newest first
 * @param probe whether it shows if a paused subscription can come back
 * @param sound whether nothing was wrong with its receiver: then there is nothing to note if it arrives
 * @param sealedView body, sealed
 */
record ClaimedDelivery(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        int priority,
        int attempt,
        int attemptsBefore,
        Instant dueAt,
        String url,
        List<String> sealedSecrets,
        Optional<QuietHours> quietHours,
        boolean probe,
        boolean sound,
        String sealedView) {

    static ClaimedDelivery of(Row row) {
        return new ClaimedDelivery(
                row.getUUID("delivery_id"),
                row.getUUID("subscription_id"),
                row.getString("agency"),
                row.getString("ticket_id"),
                row.getLong("ticket_sequence"),
                row.getInteger("priority"),
                row.getInteger("attempts"),
                row.getInteger("attempts_before"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getString("url"),
                Stream.concat(
                                Stream.of(row.getString("sealed_secret")),
                                Stream.of(row.getArrayOfStrings("old_secrets")))
                        .toList(),
                Optional.ofNullable(row.getLocalTime("quiet_from"))
                        .map(from -> new QuietHours(from, row.getLocalTime("quiet_to"))),
                row.getBoolean("probe"),
                row.getBoolean("sound"),
                row.getString("sealed_view"));
    }

    /** Until when it has to wait although it is due: its retry, or its turn, has come in quiet hours. */
    Optional<Instant> heldUntil(Instant now) {
        return quietHours.flatMap(quiet -> quiet.heldUntil(priority, now));
    }

    @Override
    public String toString() {
        return "ClaimedDelivery[deliveryId=" + deliveryId + ", attempt=" + attempt + "]";
    }
}
