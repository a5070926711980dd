package id.tanggap.notification.delivery;

import id.tanggap.platform.sql.Rows;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Sends deliveries again by a person's wish, with the same id: their time and their attempts begin anew. Of each ticket they
 * go out in order, before what is newer and still on its way.
 */
@ApplicationScoped
public class Redeliveries {

    private static final Logger LOG = Logger.getLogger(Redeliveries.class);

    /** Sent again at a time; the oldest first. */
    public static final int AT_ONCE = 10_000;

    // First, and as a feed does: a subscription that is being deleted waits for us, or we leave out what was its.
    private static final String SUBSCRIPTIONS =
            """
            select count(*) from (select 1 from subscription s
                                   where s.agency = :agency and s.deleted_at is null
                                   order by s.subscription_id for share) shared
            """;

    // Not what is just being sent, and nothing whose payload is no longer kept. Locked in one order, as a feed does
    // that
    // hastens what is older.
    private static final String AGAIN =
            """
            with chosen as (
                select d.delivery_id
                  from delivery d
                  join subscription s on s.subscription_id = d.subscription_id and s.deleted_at is null
                 where d.agency = :agency
                   and d.status = any (array(select json_array_elements_text(cast(cast(:statuses as text) as json))))
                   and (d.leased_until is null or d.leased_until < now())
                   and exists (select 1 from feed_event f where f.agency = d.agency and f.position = d.position)
                   %s
                 order by d.delivery_id
                 limit :limit
                   for update of d)
            update delivery d
               set status = case when d.attempts = 0 then 'PENDING' else 'RETRYING' end, next_attempt_at = now(),
                   place = 0, tries = 0, due_at = now(), held = false, attempts_before = d.attempts, finished_at = null, lease_owner = null,
                   leased_until = null, receipt = null, receipt_at = null
              from chosen
             where d.delivery_id = chosen.delivery_id
            """;

    private final Transactions transactions;
    private final DeliveryWorker worker;

    Redeliveries(Transactions transactions, DeliveryWorker worker) {
        this.transactions = transactions;
        this.worker = worker;
    }

    /**
     * Which deliveries to send again; an absent criterion excludes none.
     *
     * @param statuses cancelled ones are never sent again: their subscription is over
     * @param from made at this moment or later
     * @param to made before
     */
    public record Criteria(
            Set<DeliveryStatus> statuses,
            Optional<List<UUID>> ids,
            Optional<UUID> subscriptionId,
            Optional<String> ticketId,
            Optional<Instant> from,
            Optional<Instant> to) {}

    /** Sends at most {@link #AT_ONCE} of the agency's deliveries again; the item is how many. */
    public Uni<Integer> again(String agency, Criteria criteria) {
        return transactions
                .inTransaction(session -> session.createNativeQuery(SUBSCRIPTIONS, Long.class)
                        .setParameter("agency", agency)
                        .getSingleResult()
                        .chain(shared -> update(session, agency, criteria)))
                .invoke(count -> {
                    LOG.infof("event=redelivered agency=%s deliveries=%d", agency, count);
                    worker.wake();
                });
    }

    private static Uni<Integer> update(Mutiny.Session session, String agency, Criteria criteria) {
        StringBuilder narrower = new StringBuilder();
        criteria.ids()
                .ifPresent(set -> narrower.append(" and d.delivery_id = any (array(select cast(id as uuid)"
                        + " from json_array_elements_text(cast(cast(:ids as text) as json)) as id))"));
        criteria.subscriptionId().ifPresent(set -> narrower.append(" and d.subscription_id = :subscription"));
        criteria.ticketId().ifPresent(set -> narrower.append(" and d.ticket_id = :ticket"));
        criteria.from().ifPresent(set -> narrower.append(" and d.created_at >= :from"));
        criteria.to().ifPresent(set -> narrower.append(" and d.created_at < :to"));
        var again = session.createNativeQuery(AGAIN.formatted(narrower))
                .setParameter("agency", agency)
                .setParameter("statuses", texts(criteria.statuses()))
                .setParameter("limit", AT_ONCE);
        criteria.ids().ifPresent(value -> again.setParameter("ids", texts(value)));
        criteria.subscriptionId().ifPresent(value -> again.setParameter("subscription", value));
        criteria.ticketId().ifPresent(value -> again.setParameter("ticket", value));
        criteria.from().ifPresent(value -> again.setParameter("from", value));
        criteria.to().ifPresent(value -> again.setParameter("to", value));
        return again.executeUpdate();
    }

    private static String texts(Collection<?> values) {
        return Rows.of(values.stream().map(Object::toString).toList());
    }
}
