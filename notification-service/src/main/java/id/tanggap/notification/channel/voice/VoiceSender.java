package id.tanggap.notification.channel.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.ServerFailures;
import id.tanggap.notification.channel.http.HttpCaller;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookSignature;
import id.tanggap.notification.wording.VoiceText;
import id.tanggap.notification.wording.policy.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Asks the voice gateway for one call; a repeat has the same {@code webhook-id}. */
final class VoiceSender implements AutoCloseable {

    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;

    private final URI gateway;
    private final WebhookSecret secret;
    private final ObjectMapper json;
    private final HttpCaller http;

    VoiceSender(Vertx vertx, ObjectMapper json, VoiceConfig.Gateway gateway, VoiceConfig config) {
        this.gateway = gateway.url();
        this.secret = WebhookSecret.parse(gateway.secret());
        this.json = json;
        this.http =
                new HttpCaller(vertx, config.limits().timeout(), config.limits().atOnce());
    }

    private record Call(
            UUID deliveryId, String to, String language, String text, String ticketId, String number, int priority) {}

    /** One attempt. */
    Uni<ChannelResult> send(UUID deliveryId, String to, Language language, VoiceText text) {
        String body = body(new Call(
                deliveryId,
                to,
                language.name().toLowerCase(Locale.ROOT),
                text.text(),
                text.ticketId(),
                text.number(),
                text.priority()));
        Instant now = Instant.now();
        return http.post(
                        gateway,
                        Map.of(
                                "content-type",
                                "application/json",
                                "webhook-id",
                                deliveryId.toString(),
                                "webhook-timestamp",
                                Long.toString(now.getEpochSecond()),
                                "webhook-signature",
                                WebhookSignature.sign(secret, deliveryId.toString(), now, body)),
                        body.getBytes(StandardCharsets.UTF_8))
                .map(VoiceSender::result)
                .onFailure()
                .recoverWithItem(failure -> ChannelResult.failed(ServerFailures.reason(failure)));
    }

    private String body(Call call) {
        try {
            return json.writeValueAsString(call);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a call can always be written", e);
        }
    }

    private static ChannelResult result(HttpCaller.Answer answer) {
        return switch (answer.status()) {
            case TOO_MANY -> ChannelResult.failed(FailureReason.BUSY);
            // A number that it cannot call.
            case UNPROCESSABLE -> ChannelResult.failed(FailureReason.RECIPIENT_REFUSED);
            case 401, 403, 404, 410 -> ChannelResult.failed(FailureReason.CHANNEL_REFUSED);
            default -> ChannelResult.answered(answer.status(), List.of());
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
