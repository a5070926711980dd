package id.tanggap.ticket.call;

import id.tanggap.ticket.config.TicketConfig;
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

/** Forgets what was known of calls of which no event can come any more; tickets and call-back tasks stay. */
@ApplicationScoped
class CallPurge {

    private static final Logger LOG = Logger.getLogger(CallPurge.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Pool pool;
    private final Vertx vertx;
    private final Duration retention;

    CallPurge(Pool pool, Vertx vertx, TicketConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.retention = config.callRetention();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> purge().subscribe()
                .with(done -> {}, failure -> LOG.warnf("event=call-purge-failed cause=\"%s\"", failure)));
    }

    private Uni<Void> purge() {
        return delete("delete from call_assessment where assessed_at < $1")
                .chain(() -> delete("delete from call_state where updated_at < $1 and due_at is null"));
    }

    private Uni<Void> delete(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(retention)))
                .replaceWithVoid();
    }
}
