package id.tanggap.notification.channel.email;

import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelGuard;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelLimits;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.wording.MailText;
import id.tanggap.notification.wording.Wording;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** E-mail, plain and HTML. */
@ApplicationScoped
class EmailChannel implements Channel {

    private record Offer(EmailSender sender, ChannelGuard guard) {}

    private final EmailConfig config;
    private final Wording wording;
    private final Optional<Offer> offer;

    EmailChannel(EmailConfig config, Wording wording, Vertx vertx) {
        this.config = config;
        this.wording = wording;
        this.offer = config.server()
                .map(server ->
                        new Offer(new EmailSender(vertx, server, config), new ChannelGuard("email", config.limits())));
    }

    void stop(@Observes ShutdownEvent event) {
        offer.ifPresent(it -> it.sender().close());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public boolean offered() {
        return offer.isPresent();
    }

    @Override
    public void check(String address) {
        EmailAddress.check(address);
    }

    @Override
    public ChannelLimits limits() {
        return config.limits();
    }

    @Override
    public Uni<ChannelResult> send(ChannelMessage message) {
        Offer it = offer.orElseThrow();
        return it.guard().run(() -> {
            MailText text = wording.mail(message.view(), message.language(), config.contact());
            return it.sender().send(message.deliveryId(), message.address(), text);
        });
    }
}
