package id.tanggap.notification.channel.email;

import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelGuard;
import id.tanggap.notification.channel.ChannelKind;
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

    private record Offer(EmailConfig.Server server, EmailSender sender, ChannelGuard guard) {}

    private final Wording wording;
    private final Optional<Offer> offer;

    EmailChannel(EmailConfig config, Wording wording, Vertx vertx) {
        this.wording = wording;
        this.offer = config.email()
                .map(server -> new Offer(
                        server, new EmailSender(vertx, server), new ChannelGuard("email", server.limits())));
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
    public Uni<ChannelResult> send(ChannelMessage message) {
        Offer it = offer.orElseThrow();
        return it.guard().run(() -> {
            MailText text =
                    wording.mail(message.view(), message.language(), it.server().contact());
            return it.sender().send(message.deliveryId(), message.address(), text);
        });
    }
}
