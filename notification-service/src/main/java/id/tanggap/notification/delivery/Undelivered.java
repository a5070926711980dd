package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.DeliveryPolicy;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.AfterCommit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * What becomes of a delivery that its channel had taken on, and of which the channel tells later that it did not arrive. To try
 * that channel again is of no use: it goes over the subscription's next one at once, whatever its priority, and is given up
 * where there is none. It is given up, too, where a later change of its ticket is ahead of it: behind that it would be old
 * news.
 */
@ApplicationScoped
class Undelivered {

    private static final Logger LOG = Logger.getLogger(Undelivered.class);

    private static final String MOVE_ON =
            """
            with undelivered as (
                select d.delivery_id,
                       (select s.channels[least(d.place + 1, cardinality(s.channels)) + 1]
                          from subscription s
                         where s.subscription_id = d.subscription_id and s.deleted_at is null
                           and d.due_at > now() - make_interval(secs => :maxAge)
                           and not exists (select 1 from delivery n
                                            where n.subscription_id = d.subscription_id and n.ticket_id = d.ticket_id
                                              and n.position > d.position
                                              and (n.status = 'DELIVERED' or n.leased_until >= now()))) as next
                  from delivery d
                 where d.delivery_id = :id and d.status = 'DELIVERED' and d.receipt = 'FAILED')
            update delivery d
               set status = case when u.next is null then 'DEAD' else 'RETRYING' end,
                   place = case when u.next is null then d.place else d.place + 1 end,
                   tries = case when u.next is null then d.tries else 0 end,
                   next_attempt_at = now(), finished_at = case when u.next is null then now() end,
                   http_status = null, reason = :reason,
                   receipt = case when u.next is null then d.receipt end,
                   receipt_at = case when u.next is null then d.receipt_at end
              from undelivered u
             where d.delivery_id = u.delivery_id
            returning cast(d.subscription_id as text), d.agency, d.ticket_id, d.ticket_sequence, d.channel, d.attempts,
                      u.next
            """;

    private final DeliveryPolicy policy;
    private final DeliveryMetrics metrics;
    private final Outbox outbox;
    private final AfterCommit afterCommit;
    private final Now now;

    Undelivered(DeliveryPolicy policy, DeliveryMetrics metrics, Outbox outbox, AfterCommit afterCommit, Now now) {
        this.policy = policy;
        this.metrics = metrics;
        this.outbox = outbox;
        this.afterCommit = afterCommit;
        this.now = now;
    }

    /** Sees to this delivery if that has happened to it, in the session's transaction, which has its row. */
    Uni<Void> moveOn(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(MOVE_ON, Object[].class)
                .setParameter("id", id)
                .setParameter("maxAge", (double) policy.maxAge().toSeconds())
                .setParameter("reason", FailureReason.UNDELIVERED.name())
                .getResultList()
                .chain(moved -> moved.isEmpty() ? Uni.createFrom().voidItem() : tell(session, id, moved.getFirst()));
    }

    /** On the topic only that of a subscription, as of attempts. */
    private Uni<Void> tell(Mutiny.Session session, UUID id, Object[] row) {
        Optional<ChannelKind> next = Optional.ofNullable((String) row[6]).map(ChannelKind::valueOf);
        ChannelKind channel = ChannelKind.valueOf((String) row[4]);
        afterCommit.run(session, () -> metrics.undelivered(channel, next.isPresent()));
        DeliveryStatus status = next.isPresent() ? DeliveryStatus.RETRYING : DeliveryStatus.DEAD;
        LOG.warnf(
                "event=delivery-undelivered status=%s delivery=%s agency=%s ticket=%s channel=%s next=%s",
                status, id, row[1], row[2], channel, next.map(Enum::name).orElse("-"));
        return Optional.ofNullable((String) row[0])
                .map(UUID::fromString)
                .map(subscription -> outbox.append(
                        session,
                        new DeliveryAttempted(
                                        id,
                                        subscription,
                                        (String) row[1],
                                        (String) row[2],
                                        ((Number) row[3]).longValue(),
                                        channel,
                                        status,
                                        ((Number) row[5]).intValue(),
                                        now.get(),
                                        Optional.empty(),
                                        Optional.of(FailureReason.UNDELIVERED.name()),
                                        next)
                                .event()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
