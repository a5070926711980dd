package id.tanggap.platform.outbox;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes what transactions left in the outbox. What it guarantees, with several replicas and a kill between any two steps:
 *
 * <ul>
 *   <li><b>At least once.</b> An event is marked only after the broker's acknowledgement, and looked for until it is marked. A kill
 *       in between publishes it again with the same id.
 *   <li><b>In order per topic and key.</b> One process at a time holds the lease of a key's lane; it has one batch of a topic under
 *       way at a time, and sends an event only after the acknowledgement of the one before it. It begins no send in the second half of
 *       its lease, which is longer than a send can last, and gives a lane up early only when everything sent was acknowledged: so no late
 *       retry of an old holder follows a newer event of the next.
 *   <li><b>Topics do not wait for each other.</b> One that fails rests alone, for longer each time, while the others go on; within a
 *       topic the healthy keys of a failed batch go on after its rest.
 * </ul>
 *
 * <p>The one gap: a process, or a broker, that freezes for longer than half a lease in the middle of a send and then completes it. What
 * comes twice or late that way has an id and a sequence that consumers have seen.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Longer than what a send under way may last, see the producer's timeouts. */
    private static final Duration LAST_SENDS = Duration.ofSeconds(7);

    private static final Duration LAST_RELEASE = Duration.ofSeconds(2);

    private final OutboxStore store;
    private final OutboxPublisher publisher;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Topics topics;
    /** 0 idle, 1 looking, 2 looking and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();
    /** One party for each look and each batch under way, and one for the shutdown that waits for them. */
    private final Phaser underWay = new Phaser(1);

    private volatile boolean stopping;
    private volatile boolean holdsLanes;
    private volatile long pausedUntil = System.nanoTime();
    private long timer = -1;

    OutboxRelay(OutboxStore store, OutboxPublisher publisher, OutboxConfig config, Vertx vertx) {
        this.store = store;
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
        this.topics = new Topics(config.retryDelay(), config.longestRetryDelay());
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> wake());
    }

    /** Begins no send any more, waits for those under way and gives the lanes to the other replicas at once. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        vertx.cancelTimer(timer);
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arrive(), LAST_SENDS.toMillis(), TimeUnit.MILLISECONDS);
            if (topics.allAcknowledged()) {
                store.release(config.instance()).await().atMost(LAST_RELEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | RuntimeException e) {
            LOG.warnf("event=outbox-lanes-not-released cause=\"%s\"", e);
        }
    }

    /** Says that there may be something to publish; returns at once. */
    public void wake() {
        if (stopping || System.nanoTime() - pausedUntil < 0) {
            return;
        }
        if (state.getAndUpdate(now -> now == 0 ? 1 : 2) == 0) {
            look();
        }
    }

    /** The same in a moment: whoever waits for the transaction's answer has it first, on this very thread. */
    public void wakeSoon() {
        if (!stopping) {
            vertx.setTimer(1, tick -> wake());
        }
    }

    private void look() {
        underWay.register();
        if (stopping) {
            underWay.arriveAndDeregister();
            return;
        }
        Duration assured = config.lease().multipliedBy(3).dividedBy(4);
        long leaseEnds = System.nanoTime() + assured.toNanos();
        // Before reading: what a batch under way has just published may be read as unpublished.
        Set<String> closed = topics.closed(System.nanoTime());
        store.lease(config.instance(), config.lease(), assured)
                .invoke(lanes -> holdsLanes |= !lanes.isEmpty())
                .chain(lanes -> lanes.isEmpty()
                        ? Uni.createFrom().item(List.<PendingEvent>of())
                        : store.unpublished(lanes, closed, config.batchSize()))
                .invoke(events -> events.stream()
                        .collect(groupingBy(PendingEvent::topic))
                        .forEach((topic, batch) -> publish(topic, batch, leaseEnds)))
                .call(events -> holdsLanes && events.isEmpty() && topics.allAcknowledged()
                        ? store.release(config.instance()).invoke(() -> holdsLanes = false)
                        : Uni.createFrom().voidItem())
                .subscribe()
                .with(events -> looked(), failure -> {
                    LOG.warnf("event=outbox-relay-failed cause=\"%s\"", failure);
                    pausedUntil = System.nanoTime() + config.retryDelay().toNanos();
                    state.set(1);
                    looked();
                });
    }

    private void looked() {
        underWay.arriveAndDeregister();
        if (!state.compareAndSet(1, 0)) {
            state.set(1);
            look();
        }
    }

    private void publish(String topic, List<PendingEvent> batch, long leaseEnds) {
        underWay.register();
        topics.begin(topic);
        publisher
                .publish(batch, () -> mayPublish(leaseEnds))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("event=outbox-mark-failed topic=%s cause=\"%s\"", topic, failure);
                    return new OutboxPublisher.Outcome(0, true);
                })
                .subscribe()
                .with(outcome -> {
                    if (outcome.failed()) {
                        topics.fail(topic, outcome.sent() > 0, System.nanoTime());
                    } else {
                        topics.succeed(topic);
                    }
                    underWay.arriveAndDeregister();
                    wake();
                });
    }

    /** Half the lease is kept for the send that is about to begin. */
    private boolean mayPublish(long leaseEnds) {
        return !stopping
                && leaseEnds - System.nanoTime() > config.lease().dividedBy(2).toNanos();
    }
}
