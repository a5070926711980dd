package id.tanggap.triage.assessment;

import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.Now;
import id.tanggap.triage.config.ReassessmentConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Thinks again about calls of which others have changed something, or of which time has passed in silence. What is due is in
 * the database: a kill delays it and loses nothing, and of two replicas the second finds nothing due any more.
 */
@ApplicationScoped
public class ReassessmentSweep {

    private static final String WHAT = "reassessment";
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Reassessments notes;
    private final Triage triage;
    private final SweepFailures failures;
    private final ReassessmentConfig config;
    private final Now now;
    private final Vertx vertx;
    private final SweepLoop loop;

    ReassessmentSweep(
            Transactions transactions,
            Reassessments notes,
            Triage triage,
            SweepFailures failures,
            ReassessmentConfig config,
            Now now,
            Vertx vertx) {
        this.transactions = transactions;
        this.notes = notes;
        this.triage = triage;
        this.failures = failures;
        this.config = config;
        this.now = now;
        this.vertx = vertx;
        this.loop = new SweepLoop(WHAT, this::run, vertx);
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

    private Uni<Void> run() {
        return transactions
                .read(session -> notes.due(session, now.get(), AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::reassess)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> reassess(String callId) {
        return transactions
                .inTransaction(session -> triage.again(session, callId, now.get()))
                .invoke(() -> failures.over(WHAT, callId))
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(WHAT, callId, failure);
                    Instant moment = now.get();
                    // If this fails too, the database is away and the round at its end.
                    return transactions.inTransaction(
                            session -> notes.putOff(session, callId, moment, moment.plus(config.retry())));
                });
    }
}
