package id.tanggap.triage.assessment;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.ReassessmentConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Thinks again about calls of which others have changed something, or of which time has passed without their sound. What is due
 * is in the database: a kill delays it and loses nothing, and of two replicas the second finds nothing due any more.
 */
@ApplicationScoped
public class ReassessmentSweep {

    private static final String WHAT = "reassessment";

    private final Reassessments notes;
    private final ReassessmentConfig config;
    private final Vertx vertx;
    private final SweepLoop loop;

    /** As of when a round looks: what becomes due in its midst was not left to its sound yet, and is the next one's. */
    private volatile Instant round = Instant.MIN;

    ReassessmentSweep(
            SweepRound sweep,
            Transactions transactions,
            Reassessments notes,
            Triage triage,
            ReassessmentConfig config,
            Now now,
            Vertx vertx) {
        this.notes = notes;
        this.config = config;
        this.vertx = vertx;
        SweepRound.Kind<String> calls = new SweepRound.Kind<>(
                WHAT,
                callId -> callId,
                (session, most) -> notes.due(session, round, most),
                callId -> transactions.inTransaction(session -> triage.again(session, callId, round)),
                (session, callId) ->
                        notes.putOff(session, callId, round, now.get().plus(config.retry())));
        this.loop = new SweepLoop(
                WHAT,
                () -> {
                    round = now.get();
                    return transactions
                            .inTransaction(session -> notes.leaveToSound(session, round, config.soundStopped()))
                            .chain(() -> sweep.run(calls));
                },
                vertx);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.every().toMillis(), tick -> loop.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** A transaction has ended that may have noted something: it does not wait for the next look. */
    public void wakeIfAdded() {
        if (notes.anyAdded()) {
            loop.wake();
        }
    }
}
