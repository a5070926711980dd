package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.Receipt;
import id.tanggap.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what a channel's server tells of messages that it has taken on, in whatever order it is told: a receipt may come
 * before its message is noted, twice, or after a later one.
 */
@ApplicationScoped
public class MessageReceipts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    // A server may begin its names anew: what it told of the message that had the name before is not told of this one.
    private static final String EXPECT =
            """
            insert into message_receipt as kept (channel, receipt_id, delivery_id)
            select :channel, e.id, cast(cast(:delivery as text) as uuid)
              from json_array_elements_text(cast(cast(:ids as text) as json)) as e (id)
            on conflict (channel, receipt_id) do update
               set delivery_id = excluded.delivery_id, stored_at = now(),
                   state = case when kept.delivery_id is null then kept.state end,
                   happened_at = case when kept.delivery_id is null then kept.happened_at end,
                   code = case when kept.delivery_id is null then kept.code end
            """;

    // A state never goes back.
    private static final String KEEP =
            """
            insert into message_receipt as kept (channel, receipt_id, state, happened_at, code)
            values ($1, $2, $3, $4, $5)
            on conflict (channel, receipt_id) do update
               set state = excluded.state, happened_at = excluded.happened_at, code = excluded.code
             where coalesce(array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], kept.state), 0)
                   < array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], excluded.state)
            """;

    // Two receipts of one delivery come one after the other.
    private static final String LOCK =
            """
            select d.delivery_id from delivery d
             where d.delivery_id = (select r.delivery_id from message_receipt r where r.channel = $1 and r.receipt_id = $2)
               for update
            """;

    // Of several parts a person has the text only with all; one that failed is missing.
    private static final String SUMMARISE =
            """
            update delivery d
               set receipt = told.state, receipt_at = told.happened_at
              from (select case when bool_or(r.state = 'FAILED') then 'FAILED'
                                when bool_and(coalesce(r.state, '') = 'READ') then 'READ'
                                when bool_and(coalesce(r.state, '') in ('READ', 'DELIVERED')) then 'DELIVERED'
                                else 'SENT' end as state,
                           max(r.happened_at) as happened_at
                      from message_receipt r
                     where r.delivery_id = %1$s
                    having count(r.state) > 0) told
             where d.delivery_id = %1$s
            """;

    private final Pool pool;

    MessageReceipts(Pool pool) {
        this.pool = pool;
    }

    /** Notes by which names receipts of this delivery will come, in the session's transaction. */
    Uni<Void> expect(Mutiny.Session session, ClaimedDelivery delivery, List<String> receiptIds) {
        if (receiptIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // The delivery's row is this transaction's already.
        return session.createNativeQuery(EXPECT)
                .setParameter("channel", delivery.channel().name())
                .setParameter("delivery", delivery.deliveryId().toString())
                .setParameter("ids", Rows.of(receiptIds.stream().distinct().toList()))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(SUMMARISE.formatted(":id"))
                        .setParameter("id", delivery.deliveryId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Fails if it could not be kept: then its sender has to tell it again. Not to be called on the event loop. */
    void on(@Observes Receipt receipt) {
        keep(receipt).await().atMost(PATIENCE);
    }

    private Uni<Void> keep(Receipt receipt) {
        Tuple named = Tuple.of(receipt.channel().name(), receipt.receiptId());
        return pool.withTransaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        receipt.channel().name(),
                        receipt.receiptId(),
                        receipt.state().name(),
                        receipt.at().atOffset(ZoneOffset.UTC),
                        receipt.code().orElse(null)))
                .chain(() -> connection.preparedQuery(LOCK).execute(named))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(SUMMARISE.formatted("$1"))
                                .execute(Tuple.of(rows.iterator().next().getUUID("delivery_id")))
                                .replaceWithVoid()));
    }
}
