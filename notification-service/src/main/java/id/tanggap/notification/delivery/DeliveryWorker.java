package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.config.RetentionConfig;
import id.tanggap.notification.config.WebhookConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps deliveries moving in this process, each channel's in a lane of its own. */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    /** Each takes a transaction, and nobody waits for it. */
    private static final int EXPIRED_AT_ONCE = 50;

    private final Deliveries deliveries;
    private final DeliveryStore store;
    private final WebhookConfig config;
    private final RetentionConfig retention;
    private final Vertx vertx;
    private final Lane webhooks;
    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean stopping;

    DeliveryWorker(
            Deliveries deliveries,
            DeliveryStore store,
            Channels channels,
            WebhookConfig config,
            RetentionConfig retention,
            Vertx vertx) {
        this.deliveries = deliveries;
        this.store = store;
        this.config = config;
        this.retention = retention;
        this.vertx = vertx;
        Set<ChannelKind> known = EnumSet.of(ChannelKind.WEBHOOK);
        known.addAll(channels.offered());
        this.webhooks = new Lane(ChannelKind.WEBHOOK, known, config.maxInFlight(), deliveries, vertx);
        lanes.add(webhooks);
        channels.offered()
                .forEach(kind -> lanes.add(
                        new Lane(kind, known, channels.of(kind).orElseThrow().places(), deliveries, vertx)));
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.poll().toMillis(), tick -> {
            passOver();
            lanes.forEach(Lane::wakeThoroughly);
        });
        vertx.setPeriodic(config.expireInterval().toMillis(), tick -> expire());
        vertx.setPeriodic(retention.purgeInterval().toMillis(), tick -> purge());
    }

    /** What is under way then is sent again by whoever finds its lease run out, with the same id. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        lanes.forEach(Lane::stop);
    }

    /** Says that something may be due; returns at once. */
    public void wake() {
        lanes.forEach(Lane::wake);
    }

    private void passOver() {
        if (stopping || lanes.size() == 1) {
            return;
        }
        store.passOver()
                .subscribe()
                .with(
                        moved -> {
                            if (moved > 0) {
                                wake();
                            }
                        },
                        failure -> LOG.debugf("event=delivery-pass-over-failed cause=\"%s\"", failure));
    }

    private void expire() {
        int places = Math.min(EXPIRED_AT_ONCE, webhooks.freePlaces());
        if (stopping || places <= 0) {
            return;
        }
        List<UUID> inHand =
                lanes.stream().flatMap(lane -> lane.inHand().stream()).toList();
        deliveries
                .claimExpired(places, inHand)
                .subscribe()
                .with(
                        expired -> expired.forEach(webhooks::expire),
                        failure -> LOG.debugf("event=delivery-expiry-failed cause=\"%s\"", failure));
    }

    private void purge() {
        store.purge(retention.deliveries())
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=deliveries-purged rows=%d", rows),
                        failure -> LOG.warnf("event=deliveries-purge-failed cause=\"%s\"", failure));
    }
}
