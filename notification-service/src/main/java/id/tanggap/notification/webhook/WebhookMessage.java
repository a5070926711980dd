package id.tanggap.notification.webhook;

import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;

/**
 * A webhook to be sent.
 *
 * @param agency whose subscription it goes to
 * @param id stays the same over all attempts, so that the receiver can tell a repeat
 * @param body JSON; may hold personal data
 */
public record WebhookMessage(String agency, String id, WebhookUrl url, WebhookSecret secret, String body) {

    @Override
    public String toString() {
        return "WebhookMessage[id=" + id + "]";
    }
}
