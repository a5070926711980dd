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

    /** A first round often fails because the service has only just started, with the database or after it. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Vertx vertx;
    private volatile boolean stopping;

    Rounds(Vertx vertx) {
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Begins now and repeats; a failure is logged and tried again, ever later, until the next round does. */
    void every(Duration interval, String name, Supplier<Uni<Void>> work) {
        AtomicBoolean running = new AtomicBoolean();
        vertx.setPeriodic(1, interval.toMillis(), tick -> {
            if (!stopping && running.compareAndSet(false, true)) {
                round(interval, name, work)
                        .onTermination()
                        .invoke(() -> running.set(false))
                        .subscribe()
                        .with(done -> {}, alreadyLogged -> {});
            }
        });
    }

    private Uni<Void> round(Duration interval, String name, Supplier<Uni<Void>> work) {
        Duration first = interval.compareTo(AGAIN) < 0 ? interval : AGAIN;
        return OwnContext.run(vertx, work)
                .onFailure()
                .invoke(failure -> LOG.warnf("event=%s-failed cause=\"%s\"", name, failure))
                .onFailure(failure -> !stopping)
                .retry()
                .withBackOff(first, interval)
                .expireIn(interval.toMillis());
    }

    /** Runs long work on a worker thread; its result arrives on the context that asked. */
    <T> Uni<T> aside(Callable<T> work) {
        return OffLoop.run(vertx, work);
    }
}
