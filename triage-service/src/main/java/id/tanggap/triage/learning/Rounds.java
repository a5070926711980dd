package id.tanggap.triage.learning;

import id.tanggap.platform.tx.OffLoop;
import id.tanggap.platform.tx.OwnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something now and then on the event loop, never twice at once, and takes long work off it. */
@ApplicationScoped
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Vertx vertx;
    private volatile boolean stopping;

    Rounds(Vertx vertx) {
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Begins now and repeats; a failure is logged, and the next round tries again. */
    void every(Duration interval, String name, Supplier<Uni<Void>> work) {
        AtomicBoolean running = new AtomicBoolean();
        vertx.setPeriodic(1, interval.toMillis(), tick -> {
            if (!stopping && running.compareAndSet(false, true)) {
                OwnContext.run(vertx, work).subscribe().with(done -> running.set(false), failure -> {
                    running.set(false);
                    LOG.warnf("event=%s-failed cause=\"%s\"", name, failure);
                });
            }
        });
    }

    /** Runs long work on a worker thread; its result arrives on the context that asked. */
    <T> Uni<T> aside(Callable<T> work) {
        return OffLoop.run(vertx, work);
    }
}
