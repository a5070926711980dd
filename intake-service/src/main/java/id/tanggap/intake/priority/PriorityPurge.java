package id.tanggap.intake.priority;

import id.tanggap.intake.config.PriorityConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Forgets who was answered later, once that is over (UU PDP 27/2022: no longer than the purpose asks). */
@ApplicationScoped
class PriorityPurge {

    private static final Logger LOG = Logger.getLogger(PriorityPurge.class);

    private final Pool pool;
    private final PriorityConfig config;
    private final Vertx vertx;

    PriorityPurge(Pool pool, PriorityConfig config, Vertx vertx) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.purge().toMillis(), tick -> purge().subscribe()
                .with(done -> {}, failure -> LOG.warnf("event=priority-purge-failed cause=\"%s\"", failure)));
    }

    Uni<Void> purge() {
        return pool.query("delete from answering_priority where until < now()")
                .execute()
                .replaceWithVoid();
    }
}
