package id.tanggap.triage.priority;

import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.PriorityConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
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
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final RestrictionList list;
    private final RestrictionDesk desk;
    private final SweepFailures failures;
    private final PriorityConfig config;
    private final Vertx vertx;
    private final SweepLoop loop;

    RestrictionSweep(
            Transactions transactions,
            RestrictionList list,
            RestrictionDesk desk,
            SweepFailures failures,
            PriorityConfig config,
            Vertx vertx) {
        this.transactions = transactions;
        this.list = list;
        this.desk = desk;
        this.failures = failures;
        this.config = config;
        this.vertx = vertx;
        this.loop = new SweepLoop(WHAT, this::run, vertx);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), tick -> loop.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** One round; one that fails is tried again in the next and holds up no other. */
    Uni<Void> run() {
        return transactions
                .read(session -> list.due(session, AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::expire)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> expire(UUID id) {
        return transactions
                .inTransaction(session -> desk.expire(session, id))
                .invoke(() -> failures.over(WHAT, id.toString()))
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(WHAT, id.toString(), failure);
                    return Uni.createFrom().voidItem();
                });
    }
}
