package id.tanggap.notification.channel.webpush;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelGuard;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelLimits;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.wording.Wording;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notifications of browsers; each push service has limits of its own. */
@ApplicationScoped
class WebPushChannel implements Channel, BrowserKey {

    private record Offer(WebPushSender sender, Map<String, ChannelGuard> guards) {}

    private final WebPushConfig config;
    private final Wording wording;
    private final Optional<Offer> offer;

    WebPushChannel(WebPushConfig config, Wording wording, Vertx vertx, ObjectMapper json) {
        this.config = config;
        this.wording = wording;
        this.offer = config.identity()
                .map(identity -> new Offer(
                        new WebPushSender(vertx, json, identity, config),
                        config.services().stream()
                                .distinct()
                                .collect(Collectors.toMap(
                                        Function.identity(),
                                        service -> new ChannelGuard("web-push-" + service, config.limits())))));
    }

    void stop(@Observes ShutdownEvent event) {
        offer.ifPresent(it -> it.sender().close());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEB_PUSH;
    }

    @Override
    public boolean offered() {
        return offer.isPresent();
    }

    @Override
    public Optional<String> publicKey() {
        return config.identity().map(WebPushConfig.Identity::publicKey);
    }

    @Override
    public void check(String address) {
        offer.orElseThrow().sender().check(address);
    }

    @Override
    public ChannelLimits limits() {
        return config.limits();
    }

    /** Each push service has its own. */
    @Override
    public int places() {
        return 2 * config.limits().atOnce() * config.services().size();
    }

    @Override
    public Uni<ChannelResult> send(ChannelMessage message) {
        Offer it = offer.orElseThrow();
        return it.sender()
                .service(message.address())
                .map(service -> it.guards().get(service).run(() -> it.sender()
                        .send(
                                message.deliveryId(),
                                message.address(),
                                wording.push(message.view(), message.language(), config.contact()))))
                .orElse(Uni.createFrom().item(ChannelResult.failed(FailureReason.ADDRESS_REFUSED)));
    }
}
