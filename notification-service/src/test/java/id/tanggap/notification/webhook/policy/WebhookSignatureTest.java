package id.tanggap.notification.webhook.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The vector that the libraries of Standard Webhooks test themselves with: what they verify, we must sign. */
    @Test
    void signs_as_standard_webhooks_libraries_verify() {
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.sign(SECRET, ID, AT, BODY));
    }

    /** The official library of Standard Webhooks, as an agency would use it, knows nothing of ours. */
    @Test
    void each_of_two_secrets_verifies_with_the_official_library_and_no_other_does() throws Exception {
        WebhookSecret old = WebhookSecret.generate(new SecureRandom());
        WebhookSecret young = WebhookSecret.generate(new SecureRandom());
        Instant now = Instant.now();
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(ID),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(WebhookSignature.sign(List.of(young, old), ID, now, BODY)));

        new Webhook(old.reveal()).verify(BODY, headers);
        new Webhook(young.reveal()).verify(BODY, headers);
        Webhook stranger =
                new Webhook(WebhookSecret.generate(new SecureRandom()).reveal());
        assertThrows(WebhookVerificationException.class, () -> stranger.verify(BODY, headers));
        Webhook right = new Webhook(young.reveal());
        assertThrows(WebhookVerificationException.class, () -> right.verify(BODY + " ", headers));
    }

    @Test
    void id_time_body_and_secret_are_all_signed() {
        String signature = WebhookSignature.sign(SECRET, ID, AT, BODY);

        assertNotEquals(signature, WebhookSignature.sign(SECRET, ID + "x", AT, BODY));
        assertNotEquals(signature, WebhookSignature.sign(SECRET, ID, AT.plusSeconds(1), BODY));
        assertNotEquals(signature, WebhookSignature.sign(SECRET, ID, AT, BODY + " "));
        assertNotEquals(signature, WebhookSignature.sign(WebhookSecret.generate(new SecureRandom()), ID, AT, BODY));
    }

    @Test
    void a_secret_survives_being_written_and_prints_nothing_of_itself() {
        WebhookSecret secret = WebhookSecret.generate(new SecureRandom());

        assertEquals(
                WebhookSignature.sign(secret, ID, AT, BODY),
                WebhookSignature.sign(WebhookSecret.parse(secret.reveal()), ID, AT, BODY));
        assertEquals("whsec_***", secret.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_***"})
    void what_is_no_secret_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WebhookSecret.parse(text));
    }
}
