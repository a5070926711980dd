package id.tanggap.ticket.callback;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Judges calls that are due, each in a transaction of its own. */
@ApplicationScoped
public class CallbackSweep {

    private static final Logger LOG = Logger.getLogger(CallbackSweep.class);
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Callbacks callbacks;

    CallbackSweep(Transactions transactions, Callbacks callbacks) {
        this.transactions = transactions;
        this.callbacks = callbacks;
    }

    /** One round; a call that fails stays due. */
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
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "event=callback-judgement-failed call=%s", callId);
                    return null;
                });
    }
}
