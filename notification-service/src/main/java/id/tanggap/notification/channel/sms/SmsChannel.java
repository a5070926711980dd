package id.tanggap.notification.channel.sms;

import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelGuard;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelLimits;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Phone;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.wording.Wording;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Short messages. Its receipts are fired as events; an observer that fails gets the receipt again. */
@Startup
@ApplicationScoped
class SmsChannel implements Channel {

    private record Offer(SmsSender sender, ChannelGuard guard) {}

    private final SmsConfig config;
    private final Wording wording;
    private final Optional<Offer> offer;

    SmsChannel(SmsConfig config, Wording wording, Vertx vertx, Event<Receipt> receipts) {
        this.config = config;
        this.wording = wording;
        this.offer = config.centre()
                .map(centre -> new Offer(
                        new SmsSender(vertx, centre, config, receipts::fire),
                        new ChannelGuard("sms", config.limits())));
    }

    void stop(@Observes ShutdownEvent event) {
        offer.ifPresent(it -> it.sender().close());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
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
                        wording.sms(message.view(), message.language(), config.contact())));
    }
}
