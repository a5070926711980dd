package id.tanggap.notification.delivery;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this process may try now, with what it needs for that.
 *
 * @param attempt number of the attempt, from 1
 * @param sealedView body, sealed
 */
record ClaimedDelivery(
        UUID deliveryId,
        UUID subscriptionId,
        String agency,
        String ticketId,
        long ticketSequence,
        int attempt,
        Instant createdAt,
        String url,
        String sealedSecret,
        String sealedView) {

    static ClaimedDelivery of(Row row) {
        return new ClaimedDelivery(
                row.getUUID("delivery_id"),
                row.getUUID("subscription_id"),
                row.getString("agency"),
                row.getString("ticket_id"),
                row.getLong("ticket_sequence"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("url"),
                row.getString("sealed_secret"),
                row.getString("sealed_view"));
    }

    @Override
    public String toString() {
        return "ClaimedDelivery[deliveryId=" + deliveryId + ", attempt=" + attempt + "]";
    }
}
