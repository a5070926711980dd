package id.tanggap.notification.channel.voice;

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

/** Calls, made by a gateway that gets a webhook for each, signed after Standard Webhooks. */
@ApplicationScoped
class VoiceChannel implements Channel {

    private record Offer(VoiceSender sender, ChannelGuard guard) {}

    private final VoiceConfig config;
    private final Wording wording;
    private final Optional<Offer> offer;

    VoiceChannel(VoiceConfig config, Wording wording, Vertx vertx, ObjectMapper json) {
        this.config = config;
        this.wording = wording;
        this.offer = config.gateway()
                .map(gateway -> new Offer(
                        new VoiceSender(vertx, json, gateway, config), new ChannelGuard("voice", config.limits())));
    }

    void stop(@Observes ShutdownEvent event) {
        offer.ifPresent(it -> it.sender().close());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.VOICE;
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
                        wording.voice(message.view(), message.language())));
    }
}
