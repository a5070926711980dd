package id.tanggap.notification.channel.webpush;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.ServerFailures;
import id.tanggap.notification.channel.http.HttpCaller;
import id.tanggap.notification.channel.webpush.policy.PushServices;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.wording.PushNote;
import id.tanggap.platform.tx.OffLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Pushes one note to one browser: encrypted for it alone (RFC 8291), signed by us for its push service (RFC 8292). */
final class WebPushSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WebPushSender.class);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private final WebPushConfig config;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final WebPush push;
    private final PushServices services;
    private final HttpCaller http;

    WebPushSender(Vertx vertx, ObjectMapper json, WebPushConfig.Identity identity, WebPushConfig config) {
        this.config = config;
        this.vertx = vertx;
        this.json = json;
        this.push = new WebPush(
                identity.subject(), VapidKeys.fromUncompressedBytes(identity.publicKey(), identity.privateKey()));
        this.services = new PushServices(config.services(), config.allowInsecure());
        this.http =
                new HttpCaller(vertx, config.limits().timeout(), config.limits().atOnce());
    }

    /** What a browser's script gets. */
    private record Payload(
            UUID deliveryId, String title, String body, String ticketId, String number, Optional<String> url) {}

    /**
     * Checks a subscription before it is kept.
     *
     * @throws IllegalArgumentException if it is none that may be called, or its key is none
     */
    void check(String address) {
        PushSubscription subscription = PushSubscription.parse(json, address);
        services.of(subscription.endpoint())
                .orElseThrow(() -> new IllegalArgumentException("an endpoint of a known push service"));
        try {
            push.getBody(new byte[0], subscription.p256dh(), subscription.auth());
        } catch (Exception e) {
            throw new IllegalArgumentException("keys.p256dh as a point of the curve P-256");
        }
    }

    /** The push service of a subscription that was checked before, if it may still be called. */
    Optional<String> service(String address) {
        return services.of(PushSubscription.parse(json, address).endpoint());
    }

    /** One attempt. A later push about the same ticket takes the place of one that the browser has not fetched yet. */
    Uni<ChannelResult> send(UUID deliveryId, String address, PushNote note) {
        PushSubscription subscription = PushSubscription.parse(json, address);
        return OffLoop.run(
                        vertx,
                        () -> push.getBody(payload(deliveryId, note), subscription.p256dh(), subscription.auth()))
                .chain(body -> http.post(subscription.endpoint(), headers(subscription, note), body)
                        .map(WebPushSender::result)
                        .onFailure()
                        .recoverWithItem(failure -> ChannelResult.failed(ServerFailures.reason(failure))))
                // Its key is none: no push service is to blame.
                .onFailure(GeneralSecurityException.class)
                .recoverWithItem(ChannelResult.failed(FailureReason.RECIPIENT_REFUSED));
    }

    private byte[] payload(UUID deliveryId, PushNote note) throws JsonProcessingException {
        return json.writeValueAsBytes(new Payload(
                deliveryId, note.text().title(), note.text().body(), note.ticketId(), note.number(), note.link()));
    }

    private Map<String, String> headers(PushSubscription subscription, PushNote note) {
        return push.getHeaders(
                subscription.endpoint().toString(),
                (int) config.ttl().toSeconds(),
                // At most 32 characters of Base64url (RFC 8030, 5.4).
                note.ticketId().replace("-", ""),
                note.urgent() ? WebPush.Urgency.High : WebPush.Urgency.Normal);
    }

    private static ChannelResult result(HttpCaller.Answer answer) {
        return switch (answer.status()) {
            // Some say so of a subscription that has ended (RFC 8030, 7.3).
            case NOT_FOUND, GONE -> ChannelResult.answered(GONE, List.of());
            case TOO_MANY -> ChannelResult.failed(FailureReason.BUSY);
            case 401, 403 -> {
                LOG.warnf("event=web-push-refused http=%d", answer.status());
                yield ChannelResult.failed(FailureReason.CHANNEL_REFUSED);
            }
            default -> ChannelResult.answered(answer.status(), List.of());
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
