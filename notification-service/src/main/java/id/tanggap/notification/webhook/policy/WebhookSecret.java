package id.tanggap.notification.webhook.policy;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A symmetric signing secret as Standard Webhooks has it: 24 to 64 random bytes, written {@code whsec_} and Base64.
 * Prints nothing of itself.
 */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int GENERATED_BYTES = 32;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a webhook secret has 24 to 64 bytes, not " + key.length);
        }
        this.key = key;
    }

    /** A new secret; {@code random} must be cryptographically strong. */
    public static WebhookSecret generate(RandomGenerator random) {
        byte[] key = new byte[GENERATED_BYTES];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    /**
     * The secret written as {@code text}.
     *
     * @throws IllegalArgumentException if it is not {@code whsec_} followed by the Base64 of 24 to 64 bytes
     */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** The written form, to be shown to its owner once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
