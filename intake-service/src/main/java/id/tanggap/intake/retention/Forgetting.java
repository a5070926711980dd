package id.tanggap.intake.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Takes out of calls what names anybody, so many at a time and each batch in one statement: a kill leaves all of it or nothing, and
 * replicas pass over what another holds. The row stays, with no more than figures need: by its call id a repeat is known for ever,
 * and makes no second call.
 */
@ApplicationScoped
class Forgetting {

    /**
     * A call that is waited for by something, an event on its way or somebody's transaction, has its turn later. Of a place the
     * kecamatan stays.
     */
    private static final String CALLS =
            """
            with due as (
                select call_id from phone_call c
                 where (c.forgotten_at is null or c.forgotten_at < c.changed_at)
                   and c.changed_at < now() - make_interval(secs => $1)
                   and not exists (select 1 from outbox_event o where o.published_at is null and o.record_key = c.call_id)
                 order by c.changed_at, c.call_id
                 limit $2
                   for update skip locked),
            reports as (
                update report r
                   set text = null, content = null, reporter_sealed = null, reported_by = null,
                       location = case when r.location is json object then
                           (select json_build_object('kecamatan', r.location::json ->> 'kecamatan')::text
                             where r.location::json ->> 'kecamatan' is not null) end
                  from due where r.call_id = due.call_id),
            events as (
                update call_event e set digits = null, transfer_to = null
                  from due where e.call_id = due.call_id and (e.digits is not null or e.transfer_to is not null)),
            forgotten as (
                update phone_call c
                   set announcement = null, caller_ref = null, caller_sealed = null, location = null, dtmf = null,
                       transferred_to = null, disposition_by = null, assessment = null, forgotten_at = now()
                  from due where c.call_id = due.call_id
                returning 1)
            select count(*) as removed from forgotten
            """;

    /** Two replicas may come upon the same ones: the second finds them gone. */
    private static final String OPENINGS =
            """
            with gone as (
                delete from call_opening
                 where position in (select position from call_opening where kept_until < now()
                                     order by kept_until, position limit $1)
                returning 1)
            select count(*) as removed from gone
            """;

    private static final String OLDEST =
            """
            select coalesce(extract(epoch from now() - min(changed_at)), 0)::float8 as seconds
              from phone_call where forgotten_at is null or forgotten_at < changed_at
            """;

    private final Pool pool;

    Forgetting(Pool pool) {
        this.pool = pool;
    }

    /** Forgets whose calls the oldest were of which nothing was told for this long; how many they were. */
    Uni<Integer> calls(Duration age, int most) {
        return number(CALLS, Tuple.of((double) age.toSeconds(), most));
    }

    /** Removes the records of looks at calls whose time is over; how many they were. */
    Uni<Integer> openings(int most) {
        return number(OPENINGS, Tuple.of(most));
    }

    /** Seconds since the last news of the oldest call that still names somebody; 0 if there is none. */
    Uni<Double> oldestSeconds() {
        return row(OLDEST, Tuple.tuple()).map(row -> row.getDouble("seconds"));
    }

    private Uni<Integer> number(String sql, Tuple parameters) {
        return row(sql, parameters).map(row -> row.getLong("removed").intValue());
    }

    /** On a connection taken out: the pool's own short form leaves a timer that complains 30 s after each lost connection. */
    private Uni<Row> row(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .map(rows -> rows.iterator().next());
    }
}
