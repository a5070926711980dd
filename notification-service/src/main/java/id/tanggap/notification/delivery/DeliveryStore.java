package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.feed.TicketNews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves deliveries on. Whoever holds the lease of one may try it; of each subscription and ticket only the oldest is ever due. */
@ApplicationScoped
class DeliveryStore {

    // Shares the subscription's row until the commit: one that is being deleted waits for us, or we leave it out.
    private static final String FAN_OUT =
            """
            insert into delivery (subscription_id, agency, position, ticket_id, ticket_sequence)
            select s.subscription_id, s.agency, :position, :ticketId, :ticketSequence
              from subscription s
             where s.agency = :agency and s.deleted_at is null
               for share
            """;

    /**
     * Due: open, its time come, nobody's lease on it, and no older change of the same ticket open. A subscription gets only
     * the places that it does not already use, so one that hangs leaves the others theirs. Positions of a feed become
     * visible in order, so no older change can turn up afterwards. What the caller itself still has in hand is not given
     * to it again, even if its lease ran out while the database was away.
     */
    private static final String CLAIM =
            """
            update delivery d
               set lease_owner = $1, leased_until = now() + make_interval(secs => $2), attempts = d.attempts + 1
              from (select due.delivery_id, s.url, s.sealed_secret
                      from subscription s
                     cross join lateral (
                           select c.delivery_id from delivery c
                            where c.subscription_id = s.subscription_id
                              and c.status in ('PENDING', 'RETRYING')
                              and c.next_attempt_at <= now()
                              and (c.leased_until is null or c.leased_until < now())
                              and c.delivery_id <> all ($5)
                              and not exists (select 1 from delivery e
                                               where e.subscription_id = c.subscription_id
                                                 and e.ticket_id = c.ticket_id
                                                 and e.position < c.position
                                                 and e.status in ('PENDING', 'RETRYING'))
                            order by c.position
                            limit greatest(0, $3 - (select count(*) from delivery b
                                                     where b.subscription_id = s.subscription_id
                                                       and b.status in ('PENDING', 'RETRYING')
                                                       and b.leased_until >= now()))
                              for update skip locked) due
                     where s.deleted_at is null
                     limit $4) claimed, feed_event f
             where d.delivery_id = claimed.delivery_id and f.agency = d.agency and f.position = d.position
            returning d.delivery_id, d.subscription_id, d.agency, d.ticket_id, d.ticket_sequence, d.attempts,
                      d.created_at, claimed.url, claimed.sealed_secret, f.sealed_view
            """;

    // Only the attempt that still holds the lease may speak: one taken over meanwhile has been overtaken.
    private static final String CONCLUDE =
            """
            update delivery
               set status = :status, lease_owner = null, leased_until = null,
                   next_attempt_at = coalesce(:nextAttemptAt, next_attempt_at), finished_at = :finishedAt,
                   http_status = :httpStatus, reason = :reason
             where delivery_id = :id and lease_owner = :owner and attempts = :attempt
               and status in ('PENDING', 'RETRYING')
            """;

    private static final String PURGE = "delete from delivery where finished_at < now() - make_interval(secs => $1)";

    private static final String LAG =
            """
            select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as lag
              from delivery where status in ('PENDING', 'RETRYING')
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** Makes a delivery for each active subscription of the agency; the item is how many. */
    Uni<Integer> fanOut(Mutiny.Session session, TicketNews news, long position) {
        return session.createNativeQuery(FAN_OUT)
                .setParameter("agency", news.agency())
                .setParameter("position", position)
                .setParameter("ticketId", news.ticketId())
                .setParameter("ticketSequence", news.ticketSequence())
                .executeUpdate();
    }

    /** Takes the lease of at most {@code limit} due deliveries, none of those {@code inHand}. */
    Uni<List<ClaimedDelivery>> claim(
            String owner, Duration lease, int perSubscription, int limit, Collection<UUID> inHand) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, (long) perSubscription, (long) limit)
                .addArrayOfUUID(inHand.toArray(UUID[]::new));
        return query(CLAIM, parameters).map(rows -> {
            List<ClaimedDelivery> claimed = new ArrayList<>(rows.size());
            rows.forEach(row -> claimed.add(ClaimedDelivery.of(row)));
            return claimed;
        });
    }

    /** Bounded: a database that accepts and never answers must not stop the worker for ever. */
    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /** Records what an attempt came to; false if the lease was no longer its own, and then nothing is recorded. */
    Uni<Boolean> conclude(
            Mutiny.Session session, String owner, ClaimedDelivery delivery, Verdict verdict, Instant now) {
        record Outcome(
                DeliveryStatus status, Optional<Instant> next, Optional<Instant> finished, Optional<String> reason) {}
        Outcome outcome =
                switch (verdict) {
                    case Verdict.Delivered delivered ->
                        new Outcome(DeliveryStatus.DELIVERED, Optional.empty(), Optional.of(now), Optional.empty());
                    case Verdict.Retry retry ->
                        new Outcome(
                                DeliveryStatus.RETRYING,
                                Optional.of(retry.at()),
                                Optional.empty(),
                                Optional.of(retry.reason().name()));
                    case Verdict.Dead dead ->
                        new Outcome(
                                DeliveryStatus.DEAD,
                                Optional.empty(),
                                Optional.of(now),
                                Optional.of(dead.reason().name()));
                };
        return session.createNativeQuery(CONCLUDE)
                .setParameter("status", outcome.status().name())
                .setParameter("nextAttemptAt", outcome.next().orElse(null))
                .setParameter("finishedAt", outcome.finished().orElse(null))
                .setParameter("httpStatus", verdict.httpStatus().orElse(null))
                .setParameter("reason", outcome.reason().orElse(null))
                .setParameter("id", delivery.deliveryId())
                .setParameter("owner", owner)
                .setParameter("attempt", delivery.attempt())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    Uni<Integer> purge(Duration age) {
        return query(PURGE, Tuple.of((double) age.toSeconds())).map(RowSet::rowCount);
    }

    /** Age in seconds of the oldest delivery still on its way, 0 if there is none. */
    Uni<Double> lag() {
        return query(LAG, Tuple.tuple()).map(rows -> rows.iterator().next().getDouble("lag"));
    }
}
