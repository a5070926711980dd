package id.tanggap.notification.api;

import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.Subscription;
import id.tanggap.notification.subscription.Subscriptions;
import id.tanggap.notification.subscription.policy.TicketChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription as its agency sees it.
 *
 * @param url of its webhook
 * @param channels in the order in which they are tried
 * @param changes kinds of change that are told; none: all
 * @param state whether it is sent what becomes due; its activity says why not
 * @param secret for verifying signatures ({@code whsec_...}, Standard Webhooks); only in the answer that made it
 */
public record SubscriptionView(
        UUID subscriptionId,
        String agency,
        Optional<String> url,
        List<ChannelText> channels,
        Optional<String> description,
        List<TicketChange> changes,
        int minimumPriority,
        Optional<SubscriptionRequest.Quiet> quietHours,
        SubscriptionState state,
        Instant createdAt,
        Optional<String> secret) {

    static SubscriptionView of(Subscriptions.Listed listed) {
        return of(listed.subscription(), listed.routes(), listed.state(), Optional.empty());
    }

    static SubscriptionView of(Subscriptions.Created created) {
        return of(
                created.subscription(),
                created.routes(),
                SubscriptionState.ACTIVE,
                Optional.of(created.secret().reveal()));
    }

    private static SubscriptionView of(
            Subscription subscription, List<Route> routes, SubscriptionState state, Optional<String> secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.url(),
                routes.stream().map(ChannelText::of).toList(),
                subscription.description(),
                subscription.wishes().changes().stream().sorted().toList(),
                subscription.wishes().minimumPriority(),
                subscription
                        .wishes()
                        .quietHours()
                        .map(quiet -> new SubscriptionRequest.Quiet(quiet.from(), quiet.to())),
                state,
                subscription.createdAt(),
                secret);
    }

    @Override
    public String toString() {
        return "SubscriptionView[subscriptionId=" + subscriptionId + "]";
    }
}
