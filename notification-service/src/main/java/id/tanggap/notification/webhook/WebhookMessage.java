package id.tanggap.notification.webhook;

import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import java.util.List;

/**
 * A webhook to be sent.
 *
 * @param agency whose subscription it goes to
 * @param id stays the same over all attempts, so that the receiver can tell a repeat
 * @param secrets each signs it: the newest, and those that its receiver may still verify by
 * @param body JSON; may hold personal data
 */
public record WebhookMessage(String agency, String id, WebhookUrl url, List<WebhookSecret> secrets, String body) {

    @Override
    public String toString() {
        return "WebhookMessage[id=" + id + "]";
    }
}
