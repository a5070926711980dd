package id.tanggap.triage.call;

import id.tanggap.triage.config.RetentionConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Forgets what is not needed any more (UU PDP 27/2022: no longer than the purpose asks). */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final Pool pool;
    private final Vertx vertx;
    private final RetentionConfig config;

    Retention(Pool pool, Vertx vertx, RetentionConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.every().toMillis(), tick -> forget().subscribe()
                .with(
                        rows -> LOG.debugf("event=forgotten rows=%d", rows),
                        failure -> LOG.warnf("event=forgetting-failed cause=\"%s\"", failure)));
    }

    /** Forgets everything that is due; tells how many rows that concerned. */
    public Uni<Integer> forget() {
        return before(
                        "update call_evidence set listening = null where listening is not null and changed_at < $1",
                        config.listening())
                .chain(emptied -> before("delete from past_call where at < $1", config.past())
                        .map(gone -> emptied + gone))
                .chain(sum -> before(
                                "delete from assessment a using call_evidence c"
                                        + " where c.call_id = a.call_id and c.changed_at < $1",
                                config.calls())
                        .chain(() -> before("delete from call_evidence where changed_at < $1", config.calls()))
                        .map(gone -> sum + gone))
                .chain(sum -> before("delete from restriction where ended_at < $1", config.calls())
                        .map(gone -> sum + gone))
                .chain(sum -> learnt().map(gone -> sum + gone));
    }

    /** What was learnt from calls is not kept longer than the calls; models hold no call. */
    private Uni<Integer> learnt() {
        return before("delete from feature_snapshot where taken_at < $1", config.calls())
                .chain(sum -> before("delete from model_score where scored_at < $1", config.calls())
                        .map(gone -> sum + gone))
                .chain(sum -> before("delete from call_label where labelled_at < $1", config.calls())
                        .map(gone -> sum + gone));
    }

    private Uni<Integer> before(String sql, Duration age) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(age)))
                .map(rows -> rows.rowCount());
    }
}
