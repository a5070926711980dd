package id.tanggap.notification.channel.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelGuard;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelLimits;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Phone;
import id.tanggap.notification.wording.Wording;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** WhatsApp, by an approved template. */
@ApplicationScoped
class WhatsAppChannel implements Channel {

    private record Offer(WhatsAppSender sender, ChannelGuard guard) {}

    private final WhatsAppConfig config;
    private final Wording wording;
    private final Optional<Offer> offer;

    WhatsAppChannel(WhatsAppConfig config, Wording wording, Vertx vertx, ObjectMapper json) {
        this.config = config;
        this.wording = wording;
        this.offer = config.account()
                .map(account -> new Offer(
                        new WhatsAppSender(vertx, json, account, config),
                        new ChannelGuard("whatsapp", config.limits())));
    }

    void stop(@Observes ShutdownEvent event) {
        offer.ifPresent(it -> it.sender().close());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WHATSAPP;
    }

    @Override
    public boolean offered() {
        return offer.isPresent();
    }

    @Override
    public void check(String address) {
        Phone.check(address);
    }

    @Override
    public ChannelLimits limits() {
        return config.limits();
    }

    @Override
    public Uni<ChannelResult> send(ChannelMessage message) {
        Offer it = offer.orElseThrow();
        return it.guard().run(() -> it.sender()
                .send(
                        message.deliveryId(),
                        message.address(),
                        message.language(),
                        wording.template(message.view(), message.language(), config.contact())));
    }
}
