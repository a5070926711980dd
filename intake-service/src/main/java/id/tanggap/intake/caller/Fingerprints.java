package id.tanggap.intake.caller;

import id.tanggap.intake.config.CallerRefConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed one-way fingerprints (HMAC-SHA-256, RFC 2104). A plain hash would not do: there are few enough telephone numbers to
 * try them all.
 */
@ApplicationScoped
public class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(CallerRefConfig config) {
        key = new SecretKeySpec(Base64.getDecoder().decode(config.key()), ALGORITHM);
    }

    /** The reference by which other services know the caller with this E.164 number, always the same. */
    public String callerRef(String e164) {
        return hmac("caller:" + e164);
    }

    /** Tells whether two requests said the same. */
    public String content(String canonical) {
        return hmac("content:" + canonical);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks " + ALGORITHM, e);
        }
    }
}
