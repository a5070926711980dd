package id.tanggap.notification.delivery;

import id.tanggap.notification.config.RetentionConfig;
import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.OwnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Keeps deliveries moving in this process: looks for due ones when woken and from time to time, and never waits for one to begin another. */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    /** Each takes a transaction, and nobody waits for it. */
    private static final int EXPIRED_AT_ONCE = 50;

    private static final Duration RECORD_AGAIN = Duration.ofMillis(500);
    private static final Duration RECORD_AGAIN_AT_MOST = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final DeliveryStore store;
    private final WebhookConfig config;
    private final RetentionConfig retention;
    private final Vertx vertx;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    /** 0 idle, 1 looking, 2 looking and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();

    private volatile boolean stopping;
    private volatile boolean failing;

    DeliveryWorker(
            Deliveries deliveries, DeliveryStore store, WebhookConfig config, RetentionConfig retention, Vertx vertx) {
        this.deliveries = deliveries;
        this.store = store;
        this.config = config;
        this.retention = retention;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
        vertx.setPeriodic(config.expireInterval().toMillis(), tick -> expire());
        vertx.setPeriodic(retention.purgeInterval().toMillis(), tick -> purge());
    }

    /** What is under way then is sent again by whoever finds its lease run out, with the same id. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Says that something may be due; returns at once. */
    public void wake() {
        if (!stopping && state.getAndUpdate(now -> now == 0 ? 1 : 2) == 0) {
            look();
        }
    }

    private void look() {
        int places = config.maxInFlight() - inHand.size();
        Uni<List<ClaimedDelivery>> due = places > 0
                ? deliveries.claim(places, List.copyOf(inHand))
                : Uni.createFrom().item(List.of());
        due.subscribe()
                .with(
                        claimed -> {
                            if (failing) {
                                failing = false;
                                LOG.info("event=delivery-claim-recovered");
                            }
                            claimed.forEach(this::deliver);
                            looked();
                        },
                        failure -> {
                            // Once an outage, not twice a second for as long as it lasts.
                            LOG.logf(
                                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                                    "event=delivery-claim-failed cause=\"%s\"",
                                    failure);
                            failing = true;
                            state.set(0);
                        });
    }

    private void looked() {
        if (!state.compareAndSet(1, 0)) {
            state.set(1);
            look();
        }
    }

    private void deliver(ClaimedDelivery delivery) {
        handle(
                delivery,
                delivery.heldUntil(Instant.now())
                        .map(until -> deliveries.hold(delivery, until))
                        .orElseGet(() -> attempt(delivery)));
    }

    private void expire() {
        int places = Math.min(EXPIRED_AT_ONCE, config.maxInFlight() - inHand.size());
        if (stopping || places <= 0) {
            return;
        }
        deliveries
                .claimExpired(places, List.copyOf(inHand))
                .subscribe()
                .with(
                        expired -> expired.forEach(
                                delivery -> handle(delivery, OwnContext.run(vertx, () -> deliveries.expire(delivery)))),
                        failure -> LOG.debugf("event=delivery-expiry-failed cause=\"%s\"", failure));
    }

    private void handle(ClaimedDelivery delivery, Uni<Void> work) {
        inHand.add(delivery.deliveryId());
        work.onTermination()
                .invoke(() -> inHand.remove(delivery.deliveryId()))
                .subscribe()
                .with(
                        // The next change of the same ticket may go now.
                        recorded -> wake(),
                        failure -> LOG.warnf(
                                "event=delivery-unrecorded delivery=%s cause=\"%s\"", delivery.deliveryId(), failure));
    }

    private Uni<Void> attempt(ClaimedDelivery delivery) {
        return OwnContext.run(vertx, () -> deliveries.attempt(delivery))
                .chain(attempt -> OwnContext.run(vertx, () -> deliveries.conclude(delivery, attempt))
                        // Unrecorded, a delivery that arrived would be sent again: worth any patience.
                        .onFailure(DatabaseFailures::isUnavailable)
                        .retry()
                        .withBackOff(RECORD_AGAIN, RECORD_AGAIN_AT_MOST)
                        .indefinitely());
    }

    private void purge() {
        store.purge(retention.deliveries())
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=deliveries-purged rows=%d", rows),
                        failure -> LOG.warnf("event=deliveries-purge-failed cause=\"%s\"", failure));
    }
}
