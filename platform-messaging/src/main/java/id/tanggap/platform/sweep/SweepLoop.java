package id.tanggap.platform.sweep;

import id.tanggap.platform.tx.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs one sweep whenever it is woken, never twice at once; woken while it runs, it looks once more afterwards. */
public final class SweepLoop {

    private static final Logger LOG = Logger.getLogger(SweepLoop.class);

    private final String what;
    private final Supplier<Uni<Void>> sweep;
    private final Vertx vertx;
    /** 0 idle, 1 running, 2 running and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();

    private volatile boolean stopping;

    /** @param what names the sweep in the log */
    public SweepLoop(String what, Supplier<Uni<Void>> sweep, Vertx vertx) {
        this.what = what;
        this.sweep = sweep;
        this.vertx = vertx;
    }

    /** Begins no further round. */
    public void stop() {
        stopping = true;
    }

    /** Has a look now. */
    public void wake() {
        if (!stopping && state.getAndUpdate(is -> is == 0 ? 1 : 2) == 0) {
            round();
        }
    }

    private void round() {
        // On a shared context two rounds, or a round and a message, would share a database session.
        OwnContext.run(vertx, sweep)
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("event=sweep-round-failed what=%s cause=\"%s\"", what, failure);
                    return Uni.createFrom().voidItem();
                })
                .subscribe()
                .with(done -> after());
    }

    private void after() {
        if (!state.compareAndSet(1, 0)) {
            state.set(1);
            round();
        }
    }
}
