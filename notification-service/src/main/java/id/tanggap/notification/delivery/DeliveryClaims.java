package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Leases what is due. Whoever holds the lease of a delivery may try it; of each subscription and ticket only the oldest is ever due. */
@ApplicationScoped
class DeliveryClaims {

    /**
     * Due: open, its time come, nobody's lease on it, and no older change of the same ticket open. What waits for its retry
     * since before its subscription came back from a pause is due, too. Of a subscription what is urgent comes first.
     *
     * <p>A subscription gets only the places that it does not already use, only one while it fails, and no more in a second
     * than its rate allows; those that do not fail come first, and by chance which. So those that hang leave the others
     * theirs, and one that was away is not run over. Of a paused one a single delivery goes as a probe, whatever its own
     * wait: when the next probe's time has come, or for something urgent that is new.
     *
     * <p>Subscriptions that keep failing are looked at only when the caller says so: they have the most that is open, and
     * each look at it would be paid for by the others. Who has anything open is found by going from one subscription to the
     * next in the index, and who has anything due is asked one by one: however much waits for those that hang, it is not
     * read.
     *
     * <p>So that the planner keeps to the index of what is open, its order is named whole, and conditions that nearly always
     * hold are hidden from it by {@code coalesce}: it takes them to hold for one in two hundred, or not at all, and then
     * reads all that is done, or sorts all that waits. {@code ClaimPlanTest} sees to it.
     *
     * <p>Each of a subscription's channels has places of its own. A pause is one of its first channel: over the others what
     * moves on to them goes at once.
     *
     * <p>Positions of a feed become visible in order, so no older change can turn up afterwards. What the caller itself
     * still has in hand is not given to it again, even if its lease ran out while the database was away.
     */
    static final String CLAIM =
            """
            with recursive waiting as (
                (select q.subscription_id from delivery q
                  where q.status in ('PENDING', 'RETRYING') and q.subscription_id is not null
                  order by q.subscription_id, (q.priority >= 8) desc, q.position limit 1)
                 union all
                select (select q.subscription_id from delivery q
                         where q.status in ('PENDING', 'RETRYING') and q.subscription_id > waiting.subscription_id
                         order by q.subscription_id, (q.priority >= 8) desc, q.position limit 1)
                  from waiting where waiting.subscription_id is not null)
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
                              from waiting
                              join subscription o on o.subscription_id = waiting.subscription_id
                              join subscription_health h on h.subscription_id = o.subscription_id
                             cross join unnest(o.channels) with ordinality as way (kind, number)
                             where o.deleted_at is null and (h.state <> 'DISABLED' or way.number > 1)
                               and (way.kind = any ($7) or way.kind <> all ($8))
                               and ($9 or way.number > 1 or h.state = 'ACTIVE' and h.failures < 3)
                               and (select true from delivery w
                                     where w.subscription_id = o.subscription_id
                                       and coalesce(least(w.place + 1, cardinality(o.channels)) = way.number, false)
                                       and w.status in ('PENDING', 'RETRYING')
                                       and (w.next_attempt_at <= now()
                                            or w.status = 'RETRYING' and not w.held and way.number = 1
                                               and (h.state = 'PAUSED' or w.attempted_at < h.since))
                                       and (w.leased_until is null or w.leased_until < now())
                                     limit 1)
                             order by way.number = 1 and h.failures > 0, random()) s
                     cross join lateral (
                           select c.delivery_id from delivery c
                            where c.subscription_id = s.subscription_id
                              and coalesce(least(c.place + 1, cardinality(s.channels)) = s.number, false)
                              and c.status in ('PENDING', 'RETRYING')
                              and (c.next_attempt_at <= now()
                                   or c.status = 'RETRYING' and not c.held
                                      and (s.state = 'PAUSED' or s.number = 1 and c.attempted_at < s.since))
                              and (c.leased_until is null or c.leased_until < now())
                              and c.delivery_id <> all ($5)
                              and coalesce((select false from delivery e
                                             where e.subscription_id = c.subscription_id
                                               and e.ticket_id = c.ticket_id
                                               and e.position < c.position
                                               and e.status in ('PENDING', 'RETRYING')
                                             limit 1), true)
                            order by (c.priority >= 8) desc, c.position
                            limit case s.state
                                when 'ACTIVE' then greatest(0, least(
                                    case when s.failures = 0 then $3 else 1 end
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
                      null as sealed_recipient, d.traceparent
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
                      null as sealed_recipient, d.traceparent
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
                      d.sealed_recipient, d.traceparent
            """;

    private final PatientPool pool;

    DeliveryClaims(PatientPool pool) {
        this.pool = pool;
    }

    /**
     * What a claim is for: places free for these channels, and for all that are not {@code known}.
     *
     * @param failing whether for subscriptions that keep failing, too
     */
    record Wanted(
            Set<ChannelKind> channels, Set<ChannelKind> known, int limit, Collection<UUID> inHand, boolean failing) {

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
                .addArrayOfString(wanted.knownNames())
                .addBoolean(wanted.failing());
        return pool.query(CLAIM, parameters).map(DeliveryClaims::claimed);
    }

    /** The same of deliveries to one person each. */
    Uni<List<ClaimedDelivery>> claimDirect(String owner, Duration lease, Wanted wanted) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, (long) wanted.limit())
                .addArrayOfUUID(wanted.inHand().toArray(UUID[]::new))
                .addArrayOfString(wanted.channelNames())
                .addArrayOfString(wanted.knownNames());
        return pool.query(CLAIM_DIRECT, parameters).map(DeliveryClaims::claimed);
    }

    /** Takes the lease of at most {@code limit} deliveries that are not to be tried any more, none of those {@code inHand}. */
    Uni<List<ClaimedDelivery>> claimExpired(
            String owner, Duration lease, Duration maxAge, int limit, Collection<UUID> inHand) {
        Tuple parameters = Tuple.of(owner, lease.toMillis() / 1000.0, maxAge.toMillis() / 1000.0, (long) limit)
                .addArrayOfUUID(inHand.toArray(UUID[]::new));
        return pool.query(EXPIRE, parameters).map(DeliveryClaims::claimed);
    }

    private static List<ClaimedDelivery> claimed(RowSet<Row> rows) {
        List<ClaimedDelivery> claimed = new ArrayList<>(rows.size());
        rows.forEach(row -> claimed.add(ClaimedDelivery.of(row)));
        return claimed;
    }
}
