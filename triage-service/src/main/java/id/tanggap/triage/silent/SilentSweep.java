package id.tanggap.triage.silent;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.config.SilentConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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

    private final SilentConfig config;
    private final Vertx vertx;
    private final SweepRound sweep;
    private final SweepRound.Kind<String> procedures;
    private final SweepLoop loop;

    SilentSweep(
            SweepRound sweep,
            Transactions transactions,
            CallEvidenceStore calls,
            SilentCalls silent,
            SilentConfig config,
            Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.sweep = sweep;
        this.procedures = new SweepRound.Kind<>(
                WHAT,
                callId -> callId,
                silent::due,
                callId -> transactions.inTransaction(
                        session -> calls.lock(session, callId).chain(evidence -> silent.follow(session, evidence))),
                silent::putOff);
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
        return sweep.run(procedures);
    }
}
