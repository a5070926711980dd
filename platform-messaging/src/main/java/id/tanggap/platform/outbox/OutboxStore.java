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
import java.util.UUID;
import java.util.function.Function;

/** The relay's view of the outbox tables. */
@ApplicationScoped
class OutboxStore {

    /** Only lanes with work are leased, so that an idle replica never keeps one from a busy one. */
    private static final String LEASE =
            """
            update outbox_lane
               set owner = $1, leased_until = now() + make_interval(secs => $2)
             where lane in (
                 select l.lane from outbox_lane l
                  where (l.owner is null or l.owner = $1 or l.leased_until < now())
                    and exists (select 1 from outbox_event e where e.lane = l.lane and e.published_at is null)
                  order by l.lane
                    for update skip locked)
            returning lane
            """;

    private static final String UNPUBLISHED =
            """
            select id, topic, record_key, event_type, subject, sequence, occurred_at, payload, traceparent
              from outbox_event
             where published_at is null and lane = any($1)
             order by position
             limit $2
            """;

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Short>> lease(String owner, Duration lease) {
        return query(LEASE, Tuple.of(owner, (double) lease.toSeconds()))
                .map(rows -> list(rows, row -> row.getShort("lane")));
    }

    /** The oldest unpublished events of these lanes: always the unpublished, never "after position n", for positions become visible out of order. */
    Uni<List<PendingEvent>> unpublished(List<Short> lanes, int limit) {
        return query(UNPUBLISHED, Tuple.of(lanes.toArray(Short[]::new), limit))
                .map(rows -> list(rows, PendingEvent::of));
    }

    Uni<Void> markPublished(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : query(
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

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(mapper.apply(row)));
        return items;
    }
}
