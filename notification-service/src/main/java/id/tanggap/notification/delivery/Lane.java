package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Deliveries of this process over one channel: looks for due ones when woken, and never waits for one to begin another. Its
 * places are its own, so a channel that hangs takes no other's.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    /** Whatever is recorded asks for a look: one for all of a moment does as well as one for each. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final Duration RECORD_AGAIN = Duration.ofMillis(500);
    private static final Duration RECORD_AGAIN_AT_MOST = Duration.ofSeconds(5);

    private final String name;
    private final Set<ChannelKind> channels;
    private final Set<ChannelKind> known;
    private final int places;
    private final Deliveries deliveries;
    private final Vertx vertx;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    /** 0 idle, 1 looking, 2 looking and asked to look again. */
    private final AtomicInteger state = new AtomicInteger();

    /** Whether the next look is at subscriptions that keep failing, too. */
    private final AtomicBoolean thorough = new AtomicBoolean();

    private volatile boolean stopping;
    private volatile boolean failing;

    /**
     * @param channel whose lane it is
     * @param known channels that have a lane; that of webhooks sees to all others, too, so that nothing waits for ever for a
     *     channel that is offered no more
     * @param places attempts under way at a time
     */
    Lane(ChannelKind channel, Set<ChannelKind> known, int places, Deliveries deliveries, Vertx vertx) {
        this.name = channel.name();
        this.channels = Set.of(channel);
        this.known = channel == ChannelKind.WEBHOOK ? known : EnumSet.allOf(ChannelKind.class);
        this.places = places;
        this.deliveries = deliveries;
        this.vertx = vertx;
    }

    /** Begins nothing more. */
    void stop() {
        stopping = true;
    }

    Set<UUID> inHand() {
        return inHand;
    }

    int freePlaces() {
        return places - inHand.size();
    }

    /** Says that something may be due; returns at once. */
    void wake() {
        if (!stopping && state.getAndUpdate(now -> now == 0 ? 1 : 2) == 0) {
            look();
        }
    }

    /** The same, of subscriptions that keep failing, too; to be said from time to time. */
    void wakeThoroughly() {
        thorough.set(true);
        wake();
    }

    private void look() {
        boolean all = thorough.getAndSet(false);
        claim(all)
                .subscribe()
                .with(
                        claimed -> {
                            if (failing) {
                                failing = false;
                                LOG.infof("event=delivery-claim-recovered channel=%s", name);
                            }
                            claimed.forEach(this::deliver);
                            looked();
                        },
                        failure -> {
                            // Once an outage, not twice a second for as long as it lasts.
                            LOG.logf(
                                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                                    "event=delivery-claim-failed channel=%s cause=\"%s\"",
                                    name,
                                    failure);
                            failing = true;
                            if (all) {
                                thorough.set(true);
                            }
                            state.set(0);
                        });
    }

    /** What goes to one person first: there is little of it, and somebody is waited for. */
    private Uni<List<ClaimedDelivery>> claim(boolean all) {
        int free = freePlaces();
        if (free <= 0) {
            return Uni.createFrom().item(List.of());
        }
        return deliveries
                .claimDirect(wanted(free, all))
                .chain(direct -> direct.size() >= free
                        ? Uni.createFrom().item(direct)
                        : deliveries
                                .claim(wanted(free - direct.size(), all))
                                .map(others -> Stream.concat(direct.stream(), others.stream())
                                        .toList())
                                // What was taken already must not wait for its lease to run out.
                                .onFailure(failure -> !direct.isEmpty())
                                .recoverWithItem(direct));
    }

    private DeliveryClaims.Wanted wanted(int limit, boolean all) {
        return new DeliveryClaims.Wanted(channels, known, limit, List.copyOf(inHand), all);
    }

    private void looked() {
        if (!state.compareAndSet(1, 0)) {
            state.set(1);
            vertx.setTimer(LOOK_AGAIN.toMillis(), later -> look());
        }
    }

    private void deliver(ClaimedDelivery delivery) {
        handle(
                delivery,
                delivery.heldUntil(Instant.now())
                        .map(until -> deliveries.hold(delivery, until))
                        .orElseGet(() -> attempt(delivery)));
    }

    /** Gives it up without having sent it. */
    void expire(ClaimedDelivery delivery) {
        handle(delivery, OwnContext.run(vertx, delivery.traceparent(), () -> deliveries.expire(delivery)));
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
        return OwnContext.run(vertx, delivery.traceparent(), () -> deliveries.attempt(delivery))
                .chain(attempt -> OwnContext.run(
                                vertx, delivery.traceparent(), () -> deliveries.conclude(delivery, attempt))
                        // Unrecorded, a delivery that arrived would be sent again: worth any patience.
                        .onFailure(DatabaseFailures::isUnavailable)
                        .retry()
                        .withBackOff(RECORD_AGAIN, RECORD_AGAIN_AT_MOST)
                        .indefinitely());
    }
}
