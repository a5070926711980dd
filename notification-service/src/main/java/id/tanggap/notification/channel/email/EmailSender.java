package id.tanggap.notification.channel.email;

import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.ServerFailures;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.wording.MailText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends one e-mail to one recipient over SMTP. Several in one transaction would share its result, though the server may refuse
 * some for good and others for now.
 */
final class EmailSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmailSender.class);

    // The client is that of quarkus-mailer, but made here: of a client that quarkus-mailer makes, a server that hangs
    // keeps
    // the connections for ever, for no setting ends them, and when it has all of the pool's nothing is sent until a
    // restart.
    private final MailClient client;
    private final String from;
    private final Duration timeout;

    EmailSender(Vertx vertx, EmailConfig.Server server, EmailConfig settings) {
        this.from = server.from();
        this.timeout = settings.limits().timeout();
        MailConfig config = new MailConfig()
                .setHostname(server.host())
                .setPort(settings.port())
                .setSsl(settings.security() == EmailConfig.Security.TLS)
                .setStarttls(
                        settings.security() == EmailConfig.Security.START_TLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setLogin(server.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(settings.limits().atOnce())
                .setOwnHostname(EmailAddress.domain(from))
                .setUserAgent("Tanggap112");
        config.setConnectTimeout((int) timeout.toMillis());
        config.setIdleTimeout((int) timeout.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (settings.security() != EmailConfig.Security.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
        }
        server.username().ifPresent(config::setUsername);
        server.password().ifPresent(config::setPassword);
        this.client = MailClient.create(vertx, config);
    }

    /** One attempt; the delivery's id is the message's, too, by which mail programs know a repeat. */
    Uni<ChannelResult> send(UUID deliveryId, String to, MailText text) {
        MailMessage message = new MailMessage()
                .setFrom(from)
                .setTo(to)
                .setSubject(text.subject())
                .setText(text.plain())
                .setHtml(text.html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", "<" + deliveryId + "@" + EmailAddress.domain(from) + ">")
                        // RFC 3834: nobody's absence is to be answered to the command centre.
                        .add("Auto-Submitted", "auto-generated")
                        .add("X-Auto-Response-Suppress", "All"));
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(message).toCompletionStage())
                .map(sent -> ChannelResult.accepted(List.of()))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(ChannelResult.failed(FailureReason.TIMEOUT))
                .onFailure()
                .recoverWithItem(failure -> ChannelResult.failed(reason(failure)));
    }

    private static FailureReason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refused) {
                return reason(refused);
            }
        }
        return ServerFailures.reason(failure);
    }

    private static FailureReason reason(SMTPException refused) {
        // The code alone: what servers say besides often repeats the address.
        LOG.warnf("event=email-refused code=%d", refused.getReplyCode());
        if (refused.isTransient()) {
            return FailureReason.BUSY;
        }
        // The client tells the command only so; which of them was refused makes all the difference.
        return refused.getMessage().startsWith("recipient address not accepted")
                ? FailureReason.RECIPIENT_REFUSED
                : FailureReason.CHANNEL_REFUSED;
    }

    @Override
    public void close() {
        client.close();
    }
}
