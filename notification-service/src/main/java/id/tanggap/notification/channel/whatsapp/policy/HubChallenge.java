package id.tanggap.notification.channel.whatsapp.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Answers Meta's question whether this address wants its webhooks. */
public final class HubChallenge {

    private static final String SUBSCRIBE = "subscribe";
    /** What is repeated to a stranger who guessed the token stays a number, and no page. */
    private static final String NUMBER = "[0-9]{1,40}";

    private HubChallenge() {}

    /**
     * What to answer with 200; nothing if the question is not Meta's.
     *
     * @param mode {@code hub.mode}
     * @param token {@code hub.verify_token}
     * @param challenge {@code hub.challenge}
     */
    public static Optional<String> answer(String mode, String token, String challenge, String verifyToken) {
        boolean known = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), verifyToken.getBytes(StandardCharsets.UTF_8));
        return known && SUBSCRIBE.equals(mode) && challenge.matches(NUMBER) ? Optional.of(challenge) : Optional.empty();
    }
}
