package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.health.policy.SubscriptionState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves deliveries on. Whoever holds the lease of one may try it; of each subscription and ticket only the oldest is ever due. */
@ApplicationScoped
class DeliveryStore {

    /**
     * Due: open, its time come, nobody's lease on it, and no older change of the same ticket open. What waits for its retry
     * since before its subscription came back from a pause is due, too. Of a subscription what is urgent comes first.
     *
     * <p>A subscription gets only the places that it does not already use, only one while it fails, and no more in a second
     * than its rate allows; those that do not fail come first, and by chance which. So those that hang leave the others
     * theirs, and one that was away is not run over. Of a paused one a single delivery goes as a probe, whatever its own
     * wait: when the next probe's time has come, or for something urgent that is new.
     *
     * <p>Each of a subscription's channels has places of its own. A pause is one of its first channel: over the others what
     * moves on to them goes at once.
     *
     * <p>Positions of a feed become visible in order, so no older change can turn up afterwards. What the caller itself
     * still has in hand is not given to it again, even if its lease ran out while the database was away.
     */
    private static final String CLAIM =
            """
            update delivery d
               set lease_owner = $1, leased_until = now() + make_interval(secs => $2), attempts = d.attempts + 1,
                   tries = d.tries + 1, channel = claimed.kind, attempted_at = now(), held = false
              from (select due.delivery_id, s.url, s.sealed_secret, s.quiet_from, s.quiet_to, s.channels,
                           s.sealed_channels, s.kind, s.number,
                           s.state = 'PAUSED' as probe, s.state = 'ACTIVE' and s.failures = 0 as sound,
                           array(select o.sealed_secret from retired_secret o
                                  where o.subscription_id = s.subscription_id and o.ends_at > now()
                                  order by o.retired_at desc) as old_secrets
                      from (select o.subscription_id, o.url, o.sealed_secret, o.quiet_from, o.quiet_to, o.channels,
                                   o.sealed_channels, way.kind, way.number, h.since, h.probe_at, h.probed_at,
                                   case when way.number = 1 then h.state else 'ACTIVE' end as state,
                                   case when way.number = 1 then h.failures else 0 end as failures
                              from subscription o join subscription_health h on h.subscription_id = o.subscription_id
                             cross join unnest(o.channels) with ordinality as way (kind, number)
                             where o.deleted_at is null and (h.state <> 'DISABLED' or way.number > 1)
                               and (way.kind = any ($7) or way.kind <> all ($8))
                               and exists (select 1 from delivery w
                                            where w.subscription_id = o.subscription_id
                                              and w.status in ('PENDING', 'RETRYING')
                                              and (w.next_attempt_at <= now() or w.status = 'RETRYING'))
                             order by way.number = 1 and h.failures > 0, random()) s
                     cross join lateral (
                           select c.delivery_id from delivery c
                            where c.subscription_id = s.subscription_id
                              and least(c.place + 1, cardinality(s.channels)) = s.number
                              and c.status in ('PENDING', 'RETRYING')
                              and (c.next_attempt_at <= now()
                                   or c.status = 'RETRYING' and not c.held
                                      and (s.state = 'PAUSED' or s.number = 1 and c.attempted_at < s.since))
                              and (c.leased_until is null or c.leased_until < now())
                              and c.delivery_id <> all ($5)
                              and not exists (select 1 from delivery e
                                               where e.subscription_id = c.subscription_id
                                                 and e.ticket_id = c.ticket_id
                                                 and e.position < c.position
                                                 and e.status in ('PENDING', 'RETRYING'))
                            order by (c.priority >= 8) desc, c.position
                            limit case s.state
                                when 'ACTIVE' then greatest(0, least(
                                    case when s.failures < 3 then $3 else 1 end
                                    - (select count(*) from delivery b
                                        where b.subscription_id = s.subscription_id and b.leased_until >= now()
                                          and b.channel = s.kind),
                                    $6 - (select count(*) from delivery r
                                           where r.subscription_id = s.subscription_id and r.channel = s.kind
                                             and r.attempted_at > now() - interval '1 second')))
                                else (
                                    select count(*) from (select 1) probe
                                     where (s.probe_at <= now()
                                            or cardinality(s.channels) = 1 and exists (select 1 from delivery u
                                                        where u.subscription_id = s.subscription_id
                                                          and u.status in ('PENDING', 'RETRYING') and u.priority >= 8
                                                          and u.created_at > s.probed_at))
                                       and not exists (select 1 from delivery b
                                                        where b.subscription_id = s.subscription_id
                                                          and b.leased_until >= now() and b.channel = s.kind))
                                end
                              for update skip locked) due
                     limit $4) claimed, feed_event f
             where d.delivery_id = claimed.delivery_id and f.agency = d.agency and f.position = d.position
            returning d.delivery_id, d.subscription_id, d.agency, d.ticket_id, d.ticket_sequence, d.priority,
                      d.attempts, d.tries, d.due_at, claimed.url, claimed.sealed_secret, claimed.quiet_from,
                      claimed.quiet_to, claimed.probe, claimed.sound, claimed.old_secrets, f.sealed_view,
                      claimed.channels, claimed.sealed_channels, cast(claimed.number as integer) - 1 as place,
                      null as sealed_recipient
            """;

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

    // Nobody tries these any more: their time ran out while their subscription was paused or disabled, or what they
    // were
    // to bring is no longer kept.
    private static final String EXPIRE =
            """
            update delivery d
               set lease_owner = $1, leased_until = now() + make_interval(secs => $2), attempts = d.attempts + 1,
                   tries = d.tries + 1
              from (select c.delivery_id
                      from delivery c join subscription_health h on h.subscription_id = c.subscription_id
                     where c.status in ('PENDING', 'RETRYING')
                       and c.due_at < now() - make_interval(secs => $3)
                       and (c.leased_until is null or c.leased_until < now())
                       and c.delivery_id <> all ($5)
                       and (h.state <> 'ACTIVE'
                            or not exists (select 1 from feed_event f
                                            where f.agency = c.agency and f.position = c.position))
                     order by c.position
                     limit $4
                       for update of c skip locked) over, subscription s
             where d.delivery_id = over.delivery_id and s.subscription_id = d.subscription_id
            returning d.delivery_id, d.subscription_id, d.agency, d.ticket_id, d.ticket_sequence, d.priority,
                      d.attempts, d.tries, d.due_at, s.url, s.sealed_secret, s.quiet_from, s.quiet_to,
                      false as probe, false as sound, array[]::text[] as old_secrets, '' as sealed_view,
                      s.channels, s.sealed_channels, least(d.place, cardinality(s.channels) - 1) as place,
                      null as sealed_recipient
            """;

    // To one person: nothing of their tickets waits for something older.
    private static final String CLAIM_DIRECT =
            """
            update delivery d
               set lease_owner = $1, leased_until = now() + make_interval(secs => $2), attempts = d.attempts + 1,
                   tries = d.tries + 1, attempted_at = now()
              from (select c.delivery_id, coalesce(c.sealed_view, f.sealed_view) as view
                      from delivery c left join feed_event f on f.agency = c.agency and f.position = c.position
                     where c.subscription_id is null and c.status in ('PENDING', 'RETRYING')
                       and c.next_attempt_at <= now() and (c.leased_until is null or c.leased_until < now())
                       and c.delivery_id <> all ($4) and (c.channel = any ($5) or c.channel <> all ($6))
                       and coalesce(c.sealed_view, f.sealed_view) is not null
                     order by c.priority desc, c.created_at
                     limit $3
                       for update of c skip locked) due
             where d.delivery_id = due.delivery_id
            returning d.delivery_id, d.subscription_id, d.agency, d.ticket_id, d.ticket_sequence, d.priority,
                      d.attempts, d.tries, d.due_at, null as url, null as sealed_secret, null::time as quiet_from,
                      null::time as quiet_to, false as probe, true as sound, array[]::text[] as old_secrets,
                      due.view as sealed_view, array[d.channel] as channels, null as sealed_channels, 0 as place,
                      d.sealed_recipient
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

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** What a claim is for: places free for these channels, and for all that are not {@code known}. */
    record Wanted(Set<ChannelKind> channels, Set<ChannelKind> known, int limit, Collection<UUID> inHand) {

        private String[] channelNames() {
            return names(channels);
        }

        /** Those that are no others' either. */
        private String[] knownNames() {
            return names(known);
        }

        private static String[] names(Set<ChannelKind> kinds) {
            return kinds.stream().map(Enum::name).toArray(String[]::new);
        }
    }

    /** Takes the lease of due deliveries of subscriptions. */
    Uni<List<ClaimedDelivery>> claim(String owner, Duration lease, int perSubscription, int perSecond, Wanted wanted) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, (long) perSubscription, (long) wanted.limit())
                .addArrayOfUUID(wanted.inHand().toArray(UUID[]::new))
                .addLong((long) perSecond)
                .addArrayOfString(wanted.channelNames())
                .addArrayOfString(wanted.knownNames());
        return query(CLAIM, parameters).map(DeliveryStore::claimed);
    }

    /** The same of deliveries to one person each. */
    Uni<List<ClaimedDelivery>> claimDirect(String owner, Duration lease, Wanted wanted) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, (long) wanted.limit())
                .addArrayOfUUID(wanted.inHand().toArray(UUID[]::new))
                .addArrayOfString(wanted.channelNames())
                .addArrayOfString(wanted.knownNames());
        return query(CLAIM_DIRECT, parameters).map(DeliveryStore::claimed);
    }

    /** Moves on what waits for a first channel that is not used at the moment; the item is how many. */
    Uni<Integer> passOver() {
        return query(PASS_OVER, Tuple.tuple()).map(RowSet::rowCount);
    }

    /** Takes the lease of at most {@code limit} deliveries that are not to be tried any more, none of those {@code inHand}. */
    Uni<List<ClaimedDelivery>> claimExpired(
            String owner, Duration lease, Duration maxAge, int limit, Collection<UUID> inHand) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, maxAge.toMillis() / 1000.0, (long) limit)
                .addArrayOfUUID(inHand.toArray(UUID[]::new));
        return query(EXPIRE, parameters).map(DeliveryStore::claimed);
    }

    private static List<ClaimedDelivery> claimed(RowSet<Row> rows) {
        List<ClaimedDelivery> claimed = new ArrayList<>(rows.size());
        rows.forEach(row -> claimed.add(ClaimedDelivery.of(row)));
        return claimed;
    }

    /** Bounded: a database that accepts and never answers must not stop the worker for ever. */
    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /** Gives the lease back until quiet hours are over; nothing if it was lost or the delivery has become urgent. */
    Uni<Void> hold(String owner, ClaimedDelivery delivery, Instant until) {
        return query(
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
        return query(PURGE, Tuple.of((double) age.toSeconds())).map(RowSet::rowCount);
    }

    /** How many subscriptions are sent nothing but probes, or nothing at all. */
    Uni<Map<SubscriptionState, Long>> stopped() {
        return query(STOPPED, Tuple.tuple()).map(rows -> {
            Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
            rows.forEach(
                    row -> counts.put(SubscriptionState.valueOf(row.getString("state")), row.getLong("subscriptions")));
            return counts;
        });
    }

    /** Age in seconds of the oldest delivery that is due and still on its way to an active subscription, 0 if there is none. */
    Uni<Double> lag() {
        return query(LAG, Tuple.tuple()).map(rows -> rows.iterator().next().getDouble("lag"));
    }
}
