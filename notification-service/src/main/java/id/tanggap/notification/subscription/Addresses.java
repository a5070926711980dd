package id.tanggap.notification.subscription;

import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.webhook.DestinationResolver;
import id.tanggap.notification.webhook.DestinationResolver.Destination;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Refuses addresses to which nothing may or can be sent, before anybody relies on them. */
@ApplicationScoped
class Addresses {

    private static final ProblemType NOT_OFFERED =
            new ProblemType("channel-not-offered", 422, "This installation does not offer the channel");

    private final DestinationResolver resolver;
    private final Channels channels;
    private final WebhookConfig config;

    Addresses(DestinationResolver resolver, Channels channels, WebhookConfig config) {
        this.resolver = resolver;
        this.channels = channels;
        this.config = config;
    }

    /** Fails with a {@link Problem} of the field at fault: {@code url}, or an element of {@code channels}. */
    Uni<Void> check(String agency, Terms terms) {
        for (int place = 0; place < terms.routes().size(); place++) {
            Route route = terms.routes().get(place);
            if (route.kind() != ChannelKind.WEBHOOK) {
                check("channels[" + place + "]", route);
            }
        }
        return terms.url()
                .map(url -> check(agency, url))
                .orElse(Uni.createFrom().voidItem());
    }

    private void check(String field, Route route) {
        Channel channel = channels.of(route.kind()).orElseThrow(() -> {
            String offered = channels.offered().stream()
                    .map(Enum::name)
                    .sorted()
                    .collect(Collectors.joining(", ", "WEBHOOK, ", ""))
                    .replaceAll(", $", "");
            return Problem.of(NOT_OFFERED, route.kind() + " is not offered here; offered: " + offered + ".")
                    .field(field + ".kind", "must be of " + offered);
        });
        try {
            channel.check(route.address());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field + ".address", "must be " + e.getMessage());
        }
    }

    private Uni<Void> check(String agency, String url) {
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
