package id.tanggap.triage.priority;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.PriorityConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Records and tells what has expired. Nobody waits for it: a restriction carries its end, after which no one who looks it
 * up finds it in force.
 */
@ApplicationScoped
public class RestrictionSweep {

    private static final String WHAT = "restriction";

    private final PriorityConfig config;
    private final Vertx vertx;
    private final SweepRound sweep;
    private final SweepRound.Kind<UUID> restrictions;
    private final SweepLoop loop;

    RestrictionSweep(
            SweepRound sweep,
            Transactions transactions,
            RestrictionList list,
            RestrictionDesk desk,
            PriorityConfig config,
            Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.sweep = sweep;
        this.restrictions = new SweepRound.Kind<>(
                WHAT,
                UUID::toString,
                list::due,
                id -> transactions.inTransaction(session -> desk.expire(session, id)),
                // It stays due, and is looked at in the next round again.
                (session, id) -> Uni.createFrom().voidItem());
        this.loop = new SweepLoop(WHAT, this::run, vertx);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), tick -> loop.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** One round. */
    Uni<Void> run() {
        return sweep.run(restrictions);
    }
}
