package id.tanggap.notification.subscription;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.subscription.policy.Wishes;
import java.util.List;
import java.util.Optional;

/**
 * What an agency decides of a subscription, whole.
 *
 * @param routes in the order in which they are tried, at least one
 */
public record Terms(List<Route> routes, Optional<String> description, Wishes wishes) {

    /** Of the webhook, of which there is at most one. */
    Optional<String> url() {
        return routes.stream()
                .filter(route -> route.kind() == ChannelKind.WEBHOOK)
                .map(Route::address)
                .findFirst();
    }
}
