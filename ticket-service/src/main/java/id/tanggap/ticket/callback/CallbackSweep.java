package id.tanggap.ticket.callback;

import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges calls that are due, each in a transaction of its own. */
@ApplicationScoped
public class CallbackSweep {

    private static final String WHAT = "call";
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Callbacks callbacks;
    private final SweepFailures failures;

    CallbackSweep(Transactions transactions, Callbacks callbacks, SweepFailures failures) {
        this.transactions = transactions;
        this.callbacks = callbacks;
        this.failures = failures;
    }

    /** One round; a call that fails is put off and keeps no other one from being judged. */
    public Uni<Void> run() {
        return transactions
                .read(session -> callbacks.due(session, AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::judge)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> judge(String callId) {
        return transactions
                .inTransaction(session -> callbacks.judge(session, callId))
                .invoke(() -> failures.over(WHAT, callId))
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(WHAT, callId, failure);
                    // If this fails too, the database is away and the round at its end.
                    return transactions.inTransaction(session -> callbacks.putOff(session, callId));
                });
    }
}
