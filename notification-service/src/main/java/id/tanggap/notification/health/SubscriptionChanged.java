package id.tanggap.notification.health;

import id.tanggap.notification.health.policy.Health;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The event {@code notification.subscription.v1}: a subscription's first channel is used less than before, or for everything again. Names no address. */
public record SubscriptionChanged(
        UUID subscriptionId,
        String agency,
        String channel,
        SubscriptionState state,
        Instant at,
        Optional<String> reason,
        Optional<Instant> failingSince,
        int failures) {

    private static final String TOPIC = "notification.subscription.v1";

    static SubscriptionChanged of(SubscriptionHealth kept, String channel) {
        Health health = kept.health();
        return new SubscriptionChanged(
                kept.subscriptionId(),
                kept.agency(),
                channel,
                health.state(),
                health.since(),
                health.why(),
                health.failingSince(),
                health.failures());
    }

    /** As it goes to the outbox: of the agency's key, with the subscription as aggregate. */
    OutboxEvent event(long version) {
        return new OutboxEvent(TOPIC, agency, "id.tanggap." + TOPIC, subscriptionId.toString(), version, at, this);
    }
}
