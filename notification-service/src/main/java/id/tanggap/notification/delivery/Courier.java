package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.SealedRoutes;
import id.tanggap.notification.webhook.WebhookMessage;
import id.tanggap.notification.webhook.WebhookSender;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.seal.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes one attempt over whichever channel a delivery takes. */
@ApplicationScoped
class Courier {

    private final WebhookSender webhooks;
    private final Channels channels;
    private final SealedRoutes routes;
    private final WebhookConfig config;
    private final Seal seal;
    private final Recipients recipients;

    Courier(
            WebhookSender webhooks,
            Channels channels,
            SealedRoutes routes,
            WebhookConfig config,
            Seal seal,
            Recipients recipients) {
        this.webhooks = webhooks;
        this.channels = channels;
        this.routes = routes;
        this.config = config;
        this.seal = seal;
        this.recipients = recipients;
    }

    /** What came of it; may fail where something is broken on our side. */
    Uni<ChannelResult> send(ClaimedDelivery delivery) {
        String view = seal.open(delivery.sealedView());
        ClaimedDelivery.To to = delivery.to();
        if (to.sealedRecipient().isPresent()) {
            Recipient person = recipients.open(to.sealedRecipient().get());
            return send(delivery.channel(), delivery.deliveryId(), person.address(), person.language(), view);
        }
        Route route = routes.open(to.kinds(), to.url(), to.sealedRoutes()).get(delivery.place());
        return send(
                delivery.agency(),
                delivery.deliveryId(),
                route,
                to.sealedSecrets().stream()
                        .map(seal::open)
                        .map(WebhookSecret::parse)
                        .toList(),
                view);
    }

    /** The same of something that is not kept, to a subscription's receiver. */
    Uni<ChannelResult> send(String agency, UUID id, Route route, List<WebhookSecret> secrets, String view) {
        return route.kind() == ChannelKind.WEBHOOK
                ? webhooks.send(new WebhookMessage(
                                agency,
                                id.toString(),
                                WebhookUrl.parse(route.address(), config.allowInsecure()),
                                secrets,
                                view))
                        .map(result -> new ChannelResult(result, List.of()))
                : send(route.kind(), id, route.address(), route.language(), view);
    }

    private Uni<ChannelResult> send(ChannelKind kind, UUID id, String address, Language language, String view) {
        return channels.of(kind)
                .map(channel -> channel.send(new ChannelMessage(id, address, view, language)))
                .orElseGet(() -> Uni.createFrom().item(ChannelResult.failed(FailureReason.NOT_OFFERED)));
    }
}
