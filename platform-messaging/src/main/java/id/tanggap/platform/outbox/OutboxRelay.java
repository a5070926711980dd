package id.tanggap.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes what transactions left in the outbox: each event at least once, and those of one topic and key in the order
 * in which they were written. Runs once per process; processes share the work by leasing lanes.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxStore store;
    private final OutboxPublisher publisher;
    private final OutboxConfig config;
    private final Vertx vertx;
    /** 0 idle, 1 running, 2 running and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();

    private volatile boolean stopping;
    private volatile long pausedUntil;
    private long timer = -1;

    OutboxRelay(OutboxStore store, OutboxPublisher publisher, OutboxConfig config, Vertx vertx) {
        this.store = store;
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        vertx.cancelTimer(timer);
    }

    /** Says that there may be something to publish; returns at once. */
    public void wake() {
        if (stopping || System.nanoTime() - pausedUntil < 0) {
            return;
        }
        if (state.getAndUpdate(now -> now == 0 ? 1 : 2) == 0) {
            round();
        }
    }

    private void round() {
        publishOnce()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("event=outbox-relay-failed cause=\"%s\"", failure);
                    return Outcome.FAILED;
                })
                .subscribe()
                .with(this::after);
    }

    private void after(Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            pausedUntil = System.nanoTime() + config.retryDelay().toNanos();
            state.set(0);
        } else if (outcome == Outcome.MORE && !stopping) {
            round();
        } else if (!state.compareAndSet(1, 0)) {
            state.set(1);
            round();
        }
    }

    private enum Outcome {
        DRAINED,
        MORE,
        FAILED
    }

    private Uni<Outcome> publishOnce() {
        long leaseEnds = System.nanoTime() + config.lease().toNanos();
        return store.lease(config.instance(), config.lease())
                .chain(lanes -> lanes.isEmpty()
                        ? Uni.createFrom().item(Outcome.DRAINED)
                        : store.unpublished(lanes, config.batchSize()).chain(events -> publisher
                                .publish(events, () -> mayPublish(leaseEnds))
                                .call(store::markPublished)
                                .chain(sent -> conclude(events.size(), sent.size()))));
    }

    /** Half the lease is kept for the send under way, whose delivery timeout is shorter than that. */
    private boolean mayPublish(long leaseEnds) {
        return !stopping
                && leaseEnds - System.nanoTime() > config.lease().dividedBy(2).toNanos();
    }

    private Uni<Outcome> conclude(int read, int sent) {
        if (sent < read) {
            // The lanes stay leased: after the pause the same process tries again, in the same order.
            return Uni.createFrom().item(sent == 0 ? Outcome.FAILED : Outcome.MORE);
        }
        return read == config.batchSize()
                ? Uni.createFrom().item(Outcome.MORE)
                : store.release(config.instance()).replaceWith(Outcome.DRAINED);
    }
}
