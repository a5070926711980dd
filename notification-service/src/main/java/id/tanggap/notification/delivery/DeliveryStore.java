package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.health.policy.SubscriptionState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves deliveries on that {@link DeliveryClaims} has leased, and tells how far they are behind. */
@ApplicationScoped
class DeliveryStore {

    // Only the attempt that still holds the lease may speak: one taken over meanwhile has been overtaken. And what
    // became
    // urgent meanwhile does not wait as long as what has time.
    private static final String CONCLUDE =
            """
            update delivery
               set status = case when :status = 'RETRYING' and attempts = :untried then 'PENDING' else :status end,
                   lease_owner = null, leased_until = null,
                   attempts = attempts - :untried,
                   place = :place, tries = case when :place > place then 0 else tries - :untried end,
                   attempted_at = case when attempts = :untried then null else attempted_at end,
                   next_attempt_at = case when priority > :priority then now()
                                          else coalesce(:nextAttemptAt, next_attempt_at) end,
                   finished_at = :finishedAt, http_status = :httpStatus, reason = :reason, took_millis = :tookMillis,
                   sealed_answer = :sealedAnswer
             where delivery_id = :id and lease_owner = :owner and attempts = :attempt
               and status in ('PENDING', 'RETRYING')
            """;

    // As if it had not been taken; its age counts from when it may go, unless it was tried before.
    private static final String HOLD =
            """
            update delivery
               set lease_owner = null, leased_until = null, attempts = attempts - 1, tries = tries - 1, held = true, next_attempt_at = $1,
                   due_at = case when attempts = 1 then $1 else due_at end,
                   attempted_at = case when attempts = 1 then null else attempted_at end
             where delivery_id = $2 and lease_owner = $3 and attempts = $4 and status in ('PENDING', 'RETRYING')
               and priority = $5
            """;

    // A first channel that is paused or wants no more is passed over, but for the probe whose time has come.
    private static final String PASS_OVER =
            """
            update delivery d set place = 1, tries = 0, next_attempt_at = now()
              from (select c.delivery_id
                      from delivery c
                      join subscription s on s.subscription_id = c.subscription_id
                      join subscription_health h on h.subscription_id = c.subscription_id
                     where c.status in ('PENDING', 'RETRYING') and c.place = 0 and not c.held
                       and (c.leased_until is null or c.leased_until < now())
                       and cardinality(s.channels) > 1 and s.deleted_at is null
                       and (h.state = 'DISABLED' or h.state = 'PAUSED' and h.probe_at > now())
                     order by c.delivery_id
                       for update of c skip locked) passed
             where d.delivery_id = passed.delivery_id
            """;

    private static final String PURGE =
            """
            with ended as (delete from retired_secret where ends_at <= now()),
                 climbed as (delete from ladder where began_at < now() - make_interval(secs => $1)),
                 told as (delete from message_receipt where stored_at < now() - make_interval(secs => $1))
            delete from delivery where finished_at < now() - make_interval(secs => $1)
            """;

    private static final String LAG =
            """
            select coalesce(extract(epoch from now() - min(d.due_at)), 0)::float8 as lag
              from delivery d join subscription_health h on h.subscription_id = d.subscription_id
             where d.status in ('PENDING', 'RETRYING') and not d.held and h.state = 'ACTIVE'
            """;

    private static final String STOPPED =
            """
            select h.state, count(*) as subscriptions
              from subscription_health h join subscription s on s.subscription_id = h.subscription_id
             where h.state <> 'ACTIVE' and s.deleted_at is null
             group by h.state
            """;

    private final PatientPool pool;

    DeliveryStore(PatientPool pool) {
        this.pool = pool;
    }

    /** Moves on what waits for a first channel that is not used at the moment; the item is how many. */
    Uni<Integer> passOver() {
        return pool.query(PASS_OVER, Tuple.tuple()).map(RowSet::rowCount);
    }

    /** Gives the lease back until quiet hours are over; nothing if it was lost or the delivery has become urgent. */
    Uni<Void> hold(String owner, ClaimedDelivery delivery, Instant until) {
        return pool.query(
                        HOLD,
                        Tuple.of(
                                until.atOffset(ZoneOffset.UTC),
                                delivery.deliveryId(),
                                owner,
                                delivery.attempt(),
                                delivery.priority()))
                .replaceWithVoid();
    }

    /** Records what an attempt came to; false if the lease was no longer its own, and then nothing is recorded. */
    Uni<Boolean> conclude(
            Mutiny.Session session,
            String owner,
            ClaimedDelivery delivery,
            Attempt attempt,
            Verdict verdict,
            Instant now) {
        record Outcome(DeliveryStatus status, Optional<Instant> next, boolean over) {}
        Outcome outcome =
                switch (verdict) {
                    case Verdict.Delivered delivered -> new Outcome(DeliveryStatus.DELIVERED, Optional.empty(), true);
                    case Verdict.Retry retry -> new Outcome(DeliveryStatus.RETRYING, Optional.of(retry.at()), false);
                    case Verdict.NextChannel next -> new Outcome(DeliveryStatus.RETRYING, Optional.of(now), false);
                    case Verdict.KeptBack kept -> new Outcome(DeliveryStatus.RETRYING, Optional.of(kept.at()), false);
                    case Verdict.Dead dead -> new Outcome(DeliveryStatus.DEAD, Optional.empty(), true);
                };
        return session.createNativeQuery(CONCLUDE)
                .setParameter("status", outcome.status().name())
                .setParameter("untried", isUntried(verdict) ? 1 : 0)
                .setParameter("place", delivery.place() + (verdict instanceof Verdict.NextChannel ? 1 : 0))
                .setParameter("nextAttemptAt", outcome.next().orElse(null))
                .setParameter("finishedAt", outcome.over() ? now : null)
                .setParameter("httpStatus", verdict.httpStatus().orElse(null))
                .setParameter("reason", verdict.failure().map(Enum::name).orElse(null))
                .setParameter("tookMillis", (int) attempt.took().toMillis())
                .setParameter("sealedAnswer", attempt.sealedAnswer().orElse(null))
                .setParameter("priority", delivery.priority())
                .setParameter("id", delivery.deliveryId())
                .setParameter("owner", owner)
                .setParameter("attempt", delivery.attempt())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** What its channel kept back was no attempt. */
    private static boolean isUntried(Verdict verdict) {
        return !(verdict instanceof Verdict.Dead)
                && verdict.failure().map(FailureReason::isUntried).orElse(false);
    }

    Uni<Integer> purge(Duration age) {
        return pool.query(PURGE, Tuple.of((double) age.toSeconds())).map(RowSet::rowCount);
    }

    /** How many subscriptions are sent nothing but probes, or nothing at all. */
    Uni<Map<SubscriptionState, Long>> stopped() {
        return pool.query(STOPPED, Tuple.tuple()).map(rows -> {
            Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
            rows.forEach(
                    row -> counts.put(SubscriptionState.valueOf(row.getString("state")), row.getLong("subscriptions")));
            return counts;
        });
    }

    /** Age in seconds of the oldest delivery that is due and still on its way to an active subscription, 0 if there is none. */
    Uni<Double> lag() {
        return pool.query(LAG, Tuple.tuple()).map(rows -> rows.iterator().next().getDouble("lag"));
    }
}
