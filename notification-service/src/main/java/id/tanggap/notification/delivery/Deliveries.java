package id.tanggap.notification.delivery;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.DeliveryPolicy;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.delivery.policy.Verdict;
import id.tanggap.notification.feed.TicketNews;
import id.tanggap.notification.health.Healths;
import id.tanggap.notification.webhook.WebhookMessage;
import id.tanggap.notification.webhook.WebhookSender;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
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
    private final DeliveryStore store;
    private final DeliveryPolicy policy;
    private final DeliveryMetrics metrics;
    private final WebhookSender sender;
    private final WebhookConfig config;
    private final Healths healths;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Seal seal;
    /** This process in this life: after a restart it must not take its former self's leases for its own. */
    private final String owner = EventIds.next().toString();

    Deliveries(
            FanOut fanOut,
            DeliveryStore store,
            DeliveryPolicy policy,
            DeliveryMetrics metrics,
            WebhookSender sender,
            WebhookConfig config,
            Healths healths,
            Transactions transactions,
            Outbox outbox,
            Seal seal) {
        this.fanOut = fanOut;
        this.store = store;
        this.policy = policy;
        this.metrics = metrics;
        this.sender = sender;
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

    /** Takes at most {@code limit} due deliveries, none of those {@code inHand}; each must then be {@linkplain #attempt attempted}. */
    Uni<List<ClaimedDelivery>> claim(int limit, Collection<UUID> inHand) {
        return store.claim(
                owner, config.lease(), config.maxInFlightPerSubscription(), config.maxPerSecond(), limit, inHand);
    }

    /** Takes at most {@code limit} deliveries that are not to be tried any more; each must then be {@linkplain #expire given up}. */
    Uni<List<ClaimedDelivery>> claimExpired(int limit, Collection<UUID> inHand) {
        return store.claimExpired(owner, config.lease(), policy.maxAge(), limit, inHand);
    }

    /** Gives it up without having sent it. */
    Uni<Void> expire(ClaimedDelivery delivery) {
        return conclude(
                delivery,
                new Attempt(new AttemptResult.Failed(FailureReason.EXPIRED), Duration.ZERO, Optional.empty()));
    }

    /** Gives it back until this moment, untried. */
    Uni<Void> hold(ClaimedDelivery delivery, Instant until) {
        return store.hold(owner, delivery, until);
    }

    /** Sends it and reports what came of that, which is not yet recorded. */
    Uni<Attempt> attempt(ClaimedDelivery delivery) {
        long begun = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> sender.send(new WebhookMessage(
                        delivery.agency(),
                        delivery.deliveryId().toString(),
                        WebhookUrl.parse(delivery.url(), config.allowInsecure()),
                        delivery.sealedSecrets().stream()
                                .map(seal::open)
                                .map(WebhookSecret::parse)
                                .toList(),
                        seal.open(delivery.sealedView()))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "event=delivery-broken delivery=%s", delivery.deliveryId());
                    return new AttemptResult.Failed(FailureReason.INTERNAL);
                })
                .map(result -> new Attempt(result, Duration.ofNanos(System.nanoTime() - begun), sealedText(result)));
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
                new DeliveryPolicy.Tried(
                        delivery.attempt() - delivery.attemptsBefore(), delivery.priority(), delivery.dueAt()),
                now,
                ThreadLocalRandom.current().nextDouble());
        DeliveryAttempted event = DeliveryAttempted.of(delivery, verdict, now);
        return transactions
                .inTransaction(session -> store.conclude(session, owner, delivery, attempt, verdict, now)
                        .call(recorded -> recorded
                                ? outbox.append(session, event.event())
                                        .chain(() -> noteHealth(session, delivery, verdict))
                                : Uni.createFrom().voidItem()))
                .invoke(recorded -> {
                    if (recorded) {
                        metrics.attempted(event, delivery.dueAt());
                        log(event);
                    } else {
                        LOG.warnf(
                                "event=delivery-overtaken delivery=%s attempt=%d",
                                delivery.deliveryId(), delivery.attempt());
                    }
                })
                .replaceWithVoid();
    }

    /** What this says of the receiver; that something expired, or broke on our side, says nothing. */
    private Uni<Void> noteHealth(Mutiny.Session session, ClaimedDelivery delivery, Verdict verdict) {
        UUID subscription = delivery.subscriptionId();
        return switch (verdict) {
            case Verdict.Delivered delivered ->
                delivery.sound() ? Uni.createFrom().voidItem() : healths.arrived(session, subscription);
            case Verdict.Retry retry -> noteFailure(session, delivery, retry.reason());
            case Verdict.Dead dead
            when dead.reason() == FailureReason.GONE ->
                healths.gone(session, subscription, dead.reason().name());
            case Verdict.Dead dead -> noteFailure(session, delivery, dead.reason());
        };
    }

    private Uni<Void> noteFailure(Mutiny.Session session, ClaimedDelivery delivery, FailureReason reason) {
        return says(delivery, reason)
                ? healths.failed(session, delivery.subscriptionId(), reason.name(), delivery.probe())
                : Uni.createFrom().voidItem();
    }

    /** A probe that broke on our side has shown nothing, but the next one must not follow at once. */
    private static boolean says(ClaimedDelivery delivery, FailureReason reason) {
        return reason != FailureReason.EXPIRED && (reason != FailureReason.INTERNAL || delivery.probe());
    }

    private static void log(DeliveryAttempted event) {
        Logger.Level level = event.status() == DeliveryStatus.DEAD ? Logger.Level.WARN : Logger.Level.INFO;
        LOG.logf(
                level,
                "event=delivery status=%s delivery=%s subscription=%s agency=%s ticket=%s attempt=%d http=%s reason=%s",
                event.status(),
                event.deliveryId(),
                event.subscriptionId(),
                event.agency(),
                event.ticketId(),
                event.attempt(),
                event.httpStatus().map(String::valueOf).orElse("-"),
                event.reason().orElse("-"));
    }
}
