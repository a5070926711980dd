package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.Receipt;
import id.tanggap.platform.sql.Rows;
import id.tanggap.platform.tx.OwnContext;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
            values (:channel, :receipt, :state, :at, :code)
            on conflict (channel, receipt_id) do update
               set state = excluded.state, happened_at = excluded.happened_at, code = excluded.code
             where coalesce(array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], kept.state), 0)
                   < array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ'], excluded.state)
            """;

    // Two receipts of one delivery come one after the other.
    private static final String LOCK =
            """
            select d.delivery_id from delivery d
             where d.delivery_id = (select r.delivery_id from message_receipt r
                                     where r.channel = :channel and r.receipt_id = :receipt)
               for update
            """;

    // Of several parts a person has the text only with all; one that failed is missing. What is told of an earlier
    // attempt's message is told of none that is under way or came after it.
    private static final String SUMMARISE =
            """
            update delivery d
               set receipt = told.state, receipt_at = told.happened_at
              from (select case when bool_or(r.state = 'FAILED') then 'FAILED'
                                when bool_and(coalesce(r.state, '') = 'READ') then 'READ'
                                when bool_and(coalesce(r.state, '') in ('READ', 'DELIVERED')) then 'DELIVERED'
                                else 'SENT' end as state,
                           max(r.happened_at) as happened_at
                      from message_receipt r join delivery sent on sent.delivery_id = r.delivery_id
                     where r.delivery_id = :id and r.stored_at >= sent.attempted_at
                    having count(r.state) > 0) told
             where d.delivery_id = :id and d.finished_at is not null
            """;

    private final Transactions transactions;
    private final Undelivered undelivered;
    private final Vertx vertx;

    MessageReceipts(Transactions transactions, Undelivered undelivered, Vertx vertx) {
        this.transactions = transactions;
        this.undelivered = undelivered;
        this.vertx = vertx;
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
                .chain(() -> summarise(session, delivery.deliveryId()));
    }

    /** Fails if it could not be kept: then its sender has to tell it again. Not to be called on the event loop. */
    void on(@Observes Receipt receipt) {
        OwnContext.run(vertx, () -> transactions.inTransaction(session -> keep(session, receipt)))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> keep(Mutiny.Session session, Receipt receipt) {
        return session.createNativeQuery(KEEP)
                .setParameter("channel", receipt.channel().name())
                .setParameter("receipt", receipt.receiptId())
                .setParameter("state", receipt.state().name())
                .setParameter("at", receipt.at())
                .setParameter("code", receipt.code().orElse(null))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(LOCK, UUID.class)
                        .setParameter("channel", receipt.channel().name())
                        .setParameter("receipt", receipt.receiptId())
                        .getResultList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : summarise(session, found.getFirst()));
    }

    /** How far the delivery, whose row this transaction has, has come by what was told of its messages; and what follows from that. */
    private Uni<Void> summarise(Mutiny.Session session, UUID deliveryId) {
        return session.createNativeQuery(SUMMARISE)
                .setParameter("id", deliveryId)
                .executeUpdate()
                .chain(() -> undelivered.moveOn(session, deliveryId));
    }
}
