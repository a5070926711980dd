package id.tanggap.notification.delivery;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reckons how deliveries to one subscription went lately, and what still waits. */
@ApplicationScoped
public class DeliveryActivity {

    // Of what was tried in the window; an attempt that was made again shows its last one only.
    private static final String RECENT =
            """
            select count(*) filter (where status = 'DELIVERED'),
                   count(*) filter (where status = 'DEAD'),
                   coalesce(sum(attempts - attempts_before), 0),
                   cast(percentile_cont(0.5) within group (order by extract(epoch from finished_at - due_at) * 1000)
                        filter (where status = 'DELIVERED') as float8),
                   cast(percentile_cont(0.95) within group (order by extract(epoch from finished_at - due_at) * 1000)
                        filter (where status = 'DELIVERED') as float8),
                   cast(percentile_cont(0.5) within group (order by took_millis)
                        filter (where http_status is not null) as float8),
                   cast(percentile_cont(0.95) within group (order by took_millis)
                        filter (where http_status is not null) as float8)
              from delivery
             where subscription_id = :id and attempted_at > now() - make_interval(secs => :seconds)
            """;

    private static final String WAITING =
            """
            select count(*), count(*) filter (where held),
                   cast(extract(epoch from min(next_attempt_at)) * 1000 as bigint)
              from delivery
             where subscription_id = :id and status in ('PENDING', 'RETRYING')
            """;

    private final Transactions transactions;

    DeliveryActivity(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A median and its 95th percentile, in milliseconds. */
    public record Times(long p50, long p95) {}

    /**
     * What became of deliveries that were tried in the window.
     *
     * @param attempts theirs
     * @param arrival from when they were due until they had arrived
     * @param answer how long the receiver took for its last answer to each
     */
    public record Recent(long delivered, long dead, long attempts, Optional<Times> arrival, Optional<Times> answer) {

        /** Of those that are over, how many arrived, 0..1; empty if none is over. */
        public Optional<Double> successRate() {
            long over = delivered + dead;
            return over == 0 ? Optional.empty() : Optional.of((double) delivered / over);
        }
    }

    /**
     * What is on its way.
     *
     * @param held of these, until quiet hours are over
     * @param next when one is tried next, if its subscription is active
     */
    public record Waiting(long deliveries, long held, Optional<Instant> next) {}

    /** How it went in the time before now, and what waits. */
    public record Activity(Recent recent, Waiting waiting) {}

    public Uni<Activity> of(UUID subscriptionId, Duration window) {
        return transactions.read(session -> recent(session, subscriptionId, window)
                .chain(recent -> waiting(session, subscriptionId).map(waiting -> new Activity(recent, waiting))));
    }

    private static Uni<Recent> recent(Mutiny.Session session, UUID id, Duration window) {
        return session.createNativeQuery(RECENT, Object[].class)
                .setParameter("id", id)
                .setParameter("seconds", (double) window.toSeconds())
                .getSingleResult()
                .map(row -> new Recent(
                        number(row[0]), number(row[1]), number(row[2]), times(row[3], row[4]), times(row[5], row[6])));
    }

    private static Uni<Waiting> waiting(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(WAITING, Object[].class)
                .setParameter("id", id)
                .getSingleResult()
                .map(row -> new Waiting(
                        number(row[0]),
                        number(row[1]),
                        Optional.ofNullable((Number) row[2]).map(millis -> Instant.ofEpochMilli(millis.longValue()))));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Optional<Times> times(Object p50, Object p95) {
        return p50 == null
                ? Optional.empty()
                : Optional.of(new Times(Math.round((Double) p50), Math.round((Double) p95)));
    }
}
