package id.tanggap.notification.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.notification.feed.TicketNews;
import id.tanggap.notification.subscription.policy.QuietHours;
import id.tanggap.notification.subscription.policy.TicketChange;
import id.tanggap.notification.subscription.policy.Urgency;
import id.tanggap.notification.subscription.policy.Wishes;
import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.sql.Rows;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes the deliveries of a ticket's change, for each subscription of the agency that wants it. */
@ApplicationScoped
class FanOut {

    // Shares the subscriptions' rows until the commit: one that is being changed or deleted waits for us, or we for it.
    private static final String SUBSCRIPTIONS =
            """
            select cast(s.subscription_id as text), array_to_string(s.changes, ','), s.minimum_priority,
                   cast(s.quiet_from as text), cast(s.quiet_to as text),
                   exists (select 1 from delivery d
                            where d.ticket_id = :ticketId and d.subscription_id = s.subscription_id)
              from subscription s
             where s.agency = :agency and s.deleted_at is null
             order by s.subscription_id
               for share of s
            """;

    private static final String INSERT =
            """
            insert into delivery (subscription_id, agency, position, ticket_id, ticket_sequence, priority,
                                  due_at, next_attempt_at, held, traceparent)
            select w.id, :agency, :position, :ticketId, :ticketSequence, :priority,
                   coalesce(w.held, now()), coalesce(w.held, now()), w.held is not null, cast(:traceparent as text)
              from json_to_recordset(cast(cast(:wanting as text) as json)) as w (id uuid, held timestamptz)
            """;

    // What is urgent must not wait behind older news of its ticket that has time. Locked in one order, as whoever sends
    // many again does.
    private static final String HASTEN =
            """
            with older as (
                select o.delivery_id from delivery o
                  join delivery d on d.subscription_id = o.subscription_id and d.ticket_id = o.ticket_id
                 where d.agency = :agency and d.position = :position and d.ticket_id = :ticketId
                   and o.position < d.position and o.status in ('PENDING', 'RETRYING') and o.priority < :urgent
                 order by o.delivery_id
                   for update of o)
            update delivery d set priority = :priority, held = false, next_attempt_at = now()
              from older where d.delivery_id = older.delivery_id
            """;

    private record Wanting(String subscriptionId, Optional<Instant> heldUntil) {}

    private final Now now;

    FanOut(Now now) {
        this.now = now;
    }

    /** Makes them in the session's transaction; the item is how many. */
    Uni<Integer> of(Mutiny.Session session, TicketNews news, long position) {
        Instant moment = now.get();
        return session.createNativeQuery(SUBSCRIPTIONS, Object[].class)
                .setParameter("agency", news.agency())
                .setParameter("ticketId", news.ticketId())
                .getResultList()
                .map(rows -> rows.stream()
                        .flatMap(row -> wanting(row, news, moment).stream())
                        .toList())
                .chain(wanting -> wanting.isEmpty()
                        ? Uni.createFrom().item(0)
                        : insert(session, news, position, wanting).call(() -> hasten(session, news, position)));
    }

    private static Optional<Wanting> wanting(Object[] row, TicketNews news, Instant moment) {
        Wishes wishes = new Wishes(
                Stream.of(((String) row[1]).split(","))
                        .flatMap(name -> TicketChange.of(name).stream())
                        .collect(Collectors.toSet()),
                ((Number) row[2]).intValue(),
                Optional.ofNullable((String) row[3])
                        .map(from -> new QuietHours(LocalTime.parse(from), LocalTime.parse((String) row[4]))));
        return wishes.want(news.change(), news.priority(), (Boolean) row[5])
                ? Optional.of(new Wanting((String) row[0], wishes.heldUntil(news.priority(), moment)))
                : Optional.empty();
    }

    private static Uni<Integer> insert(Mutiny.Session session, TicketNews news, long position, List<Wanting> wanting) {
        return session.createNativeQuery(INSERT)
                .setParameter("agency", news.agency())
                .setParameter("position", position)
                .setParameter("ticketId", news.ticketId())
                .setParameter("ticketSequence", news.ticketSequence())
                .setParameter("priority", news.priority())
                .setParameter("wanting", Rows.of(wanting, FanOut::write))
                .setParameter("traceparent", TraceParent.current().orElse(null))
                .executeUpdate();
    }

    private static void write(Wanting wanting, ObjectNode row) {
        row.put("id", wanting.subscriptionId())
                .put("held", wanting.heldUntil().map(Instant::toString).orElse(null));
    }

    private static Uni<Integer> hasten(Mutiny.Session session, TicketNews news, long position) {
        if (!Urgency.isUrgent(news.priority())) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery(HASTEN)
                .setParameter("agency", news.agency())
                .setParameter("position", position)
                .setParameter("ticketId", news.ticketId())
                .setParameter("priority", news.priority())
                .setParameter("urgent", Urgency.FROM)
                .executeUpdate();
    }
}
