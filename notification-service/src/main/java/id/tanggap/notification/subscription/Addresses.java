package id.tanggap.notification.subscription;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.webhook.DestinationResolver;
import id.tanggap.notification.webhook.DestinationResolver.Destination;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import id.tanggap.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses addresses that no webhook may be sent to, before anybody relies on them. */
@ApplicationScoped
class Addresses {

    private final DestinationResolver resolver;
    private final WebhookConfig config;

    Addresses(DestinationResolver resolver, WebhookConfig config) {
        this.resolver = resolver;
        this.config = config;
    }

    /** Fails with a {@link Problem} of the field {@code url} if that address may not be called or cannot be found. */
    Uni<Void> check(String agency, String url) {
        WebhookUrl address;
        try {
            address = WebhookUrl.parse(url, config.allowInsecure());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(Problem.invalid("url", e.getMessage()));
        }
        return resolver.resolve(agency, address.host())
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(new Destination.Unresolved())
                .chain(destination -> switch (destination) {
                    case Destination.Permitted permitted -> Uni.createFrom().voidItem();
                    case Destination.Refused() ->
                        Uni.createFrom()
                                .failure(Problem.invalid("url", "leads to an address that webhooks must not reach"));
                    case Destination.Unresolved() ->
                        Uni.createFrom().failure(Problem.invalid("url", "names a host whose address cannot be found"));
                });
    }
}
