package id.tanggap.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The relay's view of the outbox tables. */
@ApplicationScoped
class OutboxStore {

    /**
     * Only lanes with work are leased, so that an idle replica never keeps one from a busy one; and a lease that has long enough to go
     * is left as it is, so that looking costs no write.
     */
    private static final String LEASE =
            """
            with leased as (
                update outbox_lane
                   set owner = $1, leased_until = now() + make_interval(secs => $2)
                 where lane in (
                     select l.lane from outbox_lane l
                      where (l.owner is null or l.leased_until < now()
                             or l.owner = $1 and l.leased_until < now() + make_interval(secs => $3))
                        and exists (select 1 from outbox_event e where e.lane = l.lane and e.published_at is null)
                      order by l.lane
                        for update skip locked)
                returning lane)
            select lane from leased
             union
            select lane from outbox_lane
             where owner = $1 and leased_until >= now() + make_interval(secs => $3)
            """;

    /** Steps from topic to topic by the index: a plain DISTINCT would read the whole backlog of an outage at each look. */
    private static final String UNPUBLISHED =
            """
            with recursive waiting(topic) as (
                (select topic from outbox_event where published_at is null order by topic limit 1)
                union all
                select (select e.topic from outbox_event e
                         where e.published_at is null and e.topic > waiting.topic order by e.topic limit 1)
                  from waiting where waiting.topic is not null)
            select oldest.*
              from waiting
             cross join lateral (
                 select id, topic, record_key, event_type, subject, sequence, occurred_at, payload, traceparent, position
                   from outbox_event e
                  where e.published_at is null and e.topic = waiting.topic and e.lane = any($1)
                  order by e.position
                  limit $3) oldest
             where waiting.topic <> all($2)
             order by oldest.position
            """;

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** The lanes that are this owner's for at least {@code assured} from now; those leased anew are for {@code lease}. */
    Uni<List<Short>> lease(String owner, Duration lease, Duration assured) {
        return query(LEASE, Tuple.of(owner, seconds(lease), seconds(assured)))
                .map(rows -> list(rows, row -> row.getShort("lane")));
    }

    /**
     * The oldest unpublished events in these lanes of each topic, but for those topics, in order of writing: always the unpublished,
     * never "after position n", for positions become visible out of order.
     */
    Uni<List<PendingEvent>> unpublished(List<Short> lanes, Set<String> except, int limitOfTopic) {
        return query(UNPUBLISHED, Tuple.of(lanes.toArray(Short[]::new), except.toArray(String[]::new), limitOfTopic))
                .map(rows -> list(rows, PendingEvent::of));
    }

    Uni<Void> markPublished(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return query(
                        "update outbox_event set published_at = now() where id = any($1)",
                        Tuple.of(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> release(String owner) {
        return query("update outbox_lane set owner = null, leased_until = null where owner = $1", Tuple.of(owner))
                .replaceWithVoid();
    }

    Uni<Integer> purgePublishedBefore(Duration age) {
        return query(
                        "delete from outbox_event where published_at < $1",
                        Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(age)))
                .map(RowSet::rowCount);
    }

    /** How many events wait, and the age of the oldest in seconds. */
    record Backlog(long events, double oldestSeconds) {}

    Uni<Backlog> backlog() {
        return query(
                        """
                        select count(*) as events,
                               coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as oldest
                          from outbox_event where published_at is null
                        """,
                        Tuple.tuple())
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("events"), row.getDouble("oldest")));
    }

    /** On a connection taken out: the pool's own short form leaves a timer that complains 30 s after each lost connection. */
    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(mapper.apply(row)));
        return items;
    }
}
