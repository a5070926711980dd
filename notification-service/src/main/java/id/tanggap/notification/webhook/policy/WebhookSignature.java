package id.tanggap.notification.webhook.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks after Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}, written {@code v1,} and Base64. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The value of the {@code webhook-signature} header: one signature for each secret, divided by spaces, of which a
     * receiver has to find one that it can verify. {@code sentAt} counts in whole seconds.
     */
    public static String sign(List<WebhookSecret> secrets, String webhookId, Instant sentAt, String body) {
        return secrets.stream()
                .map(secret -> sign(secret, webhookId, sentAt, body))
                .collect(Collectors.joining(" "));
    }

    /** The signature by one secret. */
    public static String sign(WebhookSecret secret, String webhookId, Instant sentAt, String body) {
        String signed = webhookId + "." + sentAt.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
