package id.tanggap.ticket.callback;

import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges calls that are due, each in a transaction of its own. */
@ApplicationScoped
public class CallbackSweep {

    private static final String WHAT = "call";

    private final SweepRound sweep;
    private final SweepRound.Kind<String> calls;

    CallbackSweep(SweepRound sweep, Transactions transactions, Callbacks callbacks) {
        this.sweep = sweep;
        this.calls = new SweepRound.Kind<>(
                WHAT,
                callId -> callId,
                callbacks::due,
                callId -> transactions.inTransaction(session -> callbacks.judge(session, callId)),
                callbacks::putOff);
    }

    /** One round; a call that fails is put off and keeps no other one from being judged. */
    public Uni<Void> run() {
        return sweep.run(calls);
    }
}
