package id.tanggap.triage.silent;

import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.config.SilentConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes procedures on whose time has come, each in a transaction of its own under the call's lock: of two replicas the
 * second finds nothing due any more. What is due is in the database, so that a kill delays it and loses nothing.
 */
@ApplicationScoped
public class SilentSweep {

    private static final String WHAT = "silent";
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final CallEvidenceStore calls;
    private final SilentCalls silent;
    private final SweepFailures failures;
    private final SilentConfig config;
    private final Vertx vertx;
    private final SweepLoop loop;

    SilentSweep(
            Transactions transactions,
            CallEvidenceStore calls,
            SilentCalls silent,
            SweepFailures failures,
            SilentConfig config,
            Vertx vertx) {
        this.transactions = transactions;
        this.calls = calls;
        this.silent = silent;
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

    /** One round; a call that fails is put off and holds up no other one. */
    Uni<Void> run() {
        return transactions
                .read(session -> silent.due(session, AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::goOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> goOn(String callId) {
        return transactions
                .inTransaction(
                        session -> calls.lock(session, callId).chain(evidence -> silent.follow(session, evidence)))
                .invoke(() -> failures.over(WHAT, callId))
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(WHAT, callId, failure);
                    // If this fails too, the database is away and the round at its end.
                    return transactions.inTransaction(session -> silent.putOff(session, callId));
                });
    }
}
