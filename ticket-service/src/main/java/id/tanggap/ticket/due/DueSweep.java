package id.tanggap.ticket.due;

import id.tanggap.ticket.callback.CallbackSweep;
import id.tanggap.ticket.config.Now;
import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.report.PendingSweep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Does what is due: woken by whoever made something due, and now and then by itself, for what another process left behind.
 * What is due is in the database, so that a kill delays it and loses nothing.
 */
@ApplicationScoped
public class DueSweep {

    private static final Logger LOG = Logger.getLogger(DueSweep.class);

    /** What is due later than this is found by looking now and then: a timer for each call would only fill the memory. */
    private static final Duration FAR = Duration.ofMinutes(1);

    private final PendingSweep reports;
    private final CallbackSweep callbacks;
    private final TicketConfig config;
    private final Now now;
    private final Vertx vertx;
    /** 0 idle, 1 running, 2 running and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();

    private volatile boolean stopping;

    DueSweep(PendingSweep reports, CallbackSweep callbacks, TicketConfig config, Now now, Vertx vertx) {
        this.reports = reports;
        this.callbacks = callbacks;
        this.config = config;
        this.now = now;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Has a look when this instant has come. */
    public void wakeAt(Instant due) {
        long wait = Duration.between(now.get(), due).toMillis();
        if (wait > FAR.toMillis()) {
            return;
        }
        vertx.setTimer(Math.max(1, wait + 1), timer -> wake());
    }

    private void wake() {
        if (!stopping && state.getAndUpdate(is -> is == 0 ? 1 : 2) == 0) {
            round();
        }
    }

    private void round() {
        // A context of its own: on a shared one two rounds, or a round and a message, would share a database session.
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(started -> reports.run()
                .chain(callbacks::run)
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("event=sweep-failed cause=\"%s\"", failure);
                    return Uni.createFrom().voidItem();
                })
                .subscribe()
                .with(done -> after()));
    }

    private void after() {
        if (!state.compareAndSet(1, 0)) {
            state.set(1);
            round();
        }
    }
}
