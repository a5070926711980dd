package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.DeliveryPolicy;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.feed.TicketNews;
import id.tanggap.notification.health.Healths;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Brings each change of a ticket to each subscription of its agency: at least once, with the same id at every attempt, and
 * per ticket in order.
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final FanOut fanOut;
    private final DeliveryClaims claims;
    private final DeliveryStore store;
    private final DeliveryPolicy policy;
    private final DeliveryMetrics metrics;
    private final Courier courier;
    private final MessageReceipts receipts;
    private final PauseNotice notice;
    private final WebhookConfig config;
    private final Healths healths;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Seal seal;
    /** This process in this life: after a restart it must not take its former self's leases for its own. */
    private final String owner = EventIds.next().toString();

    Deliveries(
            FanOut fanOut,
            DeliveryClaims claims,
            DeliveryStore store,
            DeliveryPolicy policy,
            DeliveryMetrics metrics,
            Courier courier,
            MessageReceipts receipts,
            PauseNotice notice,
            WebhookConfig config,
            Healths healths,
            Transactions transactions,
            Outbox outbox,
            Seal seal) {
        this.fanOut = fanOut;
        this.claims = claims;
        this.store = store;
        this.policy = policy;
        this.metrics = metrics;
        this.courier = courier;
        this.receipts = receipts;
        this.notice = notice;
        this.config = config;
        this.healths = healths;
        this.transactions = transactions;
        this.outbox = outbox;
        this.seal = seal;
    }

    /** Makes the deliveries of this news in the session's transaction; the item is how many. */
    public Uni<Integer> fanOut(Mutiny.Session session, TicketNews news, long position) {
        return fanOut.of(session, news, position);
    }

    /** Takes due deliveries to one person each, of which none waits for another; each must then be {@linkplain #attempt attempted}. */
    Uni<List<ClaimedDelivery>> claimDirect(DeliveryClaims.Wanted wanted) {
        return claims.claimDirect(owner, config.lease(), wanted);
    }

    /** Takes due deliveries of subscriptions; each must then be {@linkplain #attempt attempted}. */
    Uni<List<ClaimedDelivery>> claim(DeliveryClaims.Wanted wanted) {
        return claims.claim(owner, config.lease(), config.maxInFlightPerSubscription(), config.maxPerSecond(), wanted);
    }

    /** Takes at most {@code limit} deliveries that are not to be tried any more; each must then be {@linkplain #expire given up}. */
    Uni<List<ClaimedDelivery>> claimExpired(int limit, Collection<UUID> inHand) {
        return claims.claimExpired(owner, config.lease(), policy.maxAge(), limit, inHand);
    }

    /** Gives it up without having sent it. */
    Uni<Void> expire(ClaimedDelivery delivery) {
        return conclude(
                delivery,
                new Attempt(
                        new AttemptResult.Failed(FailureReason.EXPIRED), Duration.ZERO, Optional.empty(), List.of()));
    }

    /** Gives it back until this moment, untried. */
    Uni<Void> hold(ClaimedDelivery delivery, Instant until) {
        return store.hold(owner, delivery, until);
    }

    /** Sends it and reports what came of that, which is not yet recorded. */
    Uni<Attempt> attempt(ClaimedDelivery delivery) {
        long begun = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> courier.send(delivery))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "event=delivery-broken delivery=%s", delivery.deliveryId());
                    return ChannelResult.failed(FailureReason.INTERNAL);
                })
                .map(result -> new Attempt(
                        result.attempt(),
                        Duration.ofNanos(System.nanoTime() - begun),
                        sealedText(result.attempt()),
                        result.receiptIds()));
    }

    private Optional<String> sealedText(AttemptResult result) {
        return result instanceof AttemptResult.Answered(int status, String text) && !text.isEmpty()
                ? Optional.of(seal.seal(text))
                : Optional.empty();
    }

    /** Records the result and publishes it, in one transaction. To be called on a Vert.x context of its own. */
    Uni<Void> conclude(ClaimedDelivery delivery, Attempt attempt) {
        Instant now = Instant.now();
        Verdict verdict = policy.judge(
                attempt.result(),
                delivery.tried(),
                now,
                ThreadLocalRandom.current().nextDouble());
        return transactions
                .inTransaction(session -> store.conclude(session, owner, delivery, attempt, verdict, now)
                        .call(recorded -> recorded
                                ? follow(session, delivery, attempt, verdict, now)
                                : Uni.createFrom().voidItem()))
                .invoke(recorded -> {
                    if (recorded) {
                        metrics.attempted(delivery, verdict, now);
                        log(delivery, verdict);
                    } else {
                        LOG.warnf(
                                "event=delivery-overtaken delivery=%s attempt=%d",
                                delivery.deliveryId(), delivery.attempt());
                    }
                })
                .replaceWithVoid();
    }

    /** What else follows, in the same transaction. Nothing from what was no attempt. */
    private Uni<Void> follow(
            Mutiny.Session session, ClaimedDelivery delivery, Attempt attempt, Verdict verdict, Instant now) {
        // Last: a receipt that came before its message has something to take back.
        return tell(session, delivery, verdict, now)
                .chain(() -> receipts.expect(session, delivery, attempt.receiptIds()));
    }

    private Uni<Void> tell(Mutiny.Session session, ClaimedDelivery delivery, Verdict verdict, Instant now) {
        // A person's delivery has no subscription that could be told, nor one that could be paused.
        if (delivery.subscriptionId().isEmpty() || isUntried(verdict)) {
            return Uni.createFrom().voidItem();
        }
        return outbox.append(
                        session, DeliveryAttempted.of(delivery, verdict, now).event())
                .chain(() -> delivery.place() == 0
                        ? noteHealth(session, delivery, verdict, now)
                        : Uni.createFrom().voidItem());
    }

    private static boolean isUntried(Verdict verdict) {
        return !(verdict instanceof Verdict.Dead)
                && verdict.failure().map(FailureReason::isUntried).orElse(false);
    }

    /** What this says of the first channel; that something expired, or broke on our side, says nothing. */
    private Uni<Void> noteHealth(Mutiny.Session session, ClaimedDelivery delivery, Verdict verdict, Instant now) {
        UUID subscription = delivery.subscriptionId().orElseThrow();
        if (verdict.failure().isEmpty()) {
            return delivery.sound() ? Uni.createFrom().voidItem() : healths.arrived(session, subscription);
        }
        FailureReason reason = verdict.failure().get();
        if (!says(delivery, reason)) {
            return Uni.createFrom().voidItem();
        }
        return (reason == FailureReason.GONE
                        ? healths.gone(session, subscription, reason.name())
                        : healths.failed(session, subscription, reason.name(), delivery.probe()))
                .chain(stopped -> stopped.map(state -> notice.of(session, delivery, state, reason, now))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** A probe that broke on our side has shown nothing, but the next one must not follow at once. */
    private static boolean says(ClaimedDelivery delivery, FailureReason reason) {
        return reason != FailureReason.EXPIRED
                && !reason.isUntried()
                && (reason != FailureReason.INTERNAL || delivery.probe());
    }

    private static void log(ClaimedDelivery delivery, Verdict verdict) {
        DeliveryStatus status = DeliveryAttempted.status(verdict);
        LOG.logf(
                status == DeliveryStatus.DEAD ? Logger.Level.WARN : Logger.Level.INFO,
                "event=delivery status=%s delivery=%s subscription=%s agency=%s ticket=%s attempt=%d channel=%s next=%s"
                        + " http=%s reason=%s",
                status,
                delivery.deliveryId(),
                delivery.subscriptionId().map(UUID::toString).orElse("-"),
                delivery.agency(),
                delivery.ticketId(),
                delivery.attempt(),
                delivery.channel(),
                verdict instanceof Verdict.NextChannel ? delivery.next().orElseThrow() : "-",
                verdict.httpStatus().map(String::valueOf).orElse("-"),
                verdict.failure().map(Enum::name).orElse("-"));
    }
}
