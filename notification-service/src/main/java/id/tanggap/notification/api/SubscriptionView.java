package id.tanggap.notification.api;

import id.tanggap.notification.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription as its agency sees it.
 *
 * @param secret for verifying signatures ({@code whsec_...}, Standard Webhooks); only in the answer that made the
 *     subscription
 */
public record SubscriptionView(
        UUID subscriptionId,
        String agency,
        String url,
        Optional<String> description,
        Instant createdAt,
        Optional<String> secret) {

    static SubscriptionView of(Subscription subscription, Optional<String> secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.url(),
                subscription.description(),
                subscription.createdAt(),
                secret);
    }

    @Override
    public String toString() {
        return "SubscriptionView[subscriptionId=" + subscriptionId + "]";
    }
}
