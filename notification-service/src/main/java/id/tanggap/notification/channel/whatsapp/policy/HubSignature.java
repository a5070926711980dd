package id.tanggap.notification.channel.whatsapp.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells what Meta sends from what others send: {@code X-Hub-Signature-256} is the HMAC of the body under the app's secret. */
public final class HubSignature {

    private static final String PREFIX = "sha256=";

    private HubSignature() {}

    /** Whether the header signs this very body. */
    public static boolean holds(byte[] body, String header, String appSecret) {
        if (!header.startsWith(PREFIX)) {
            return false;
        }
        try {
            byte[] told = HexFormat.of().parseHex(header.substring(PREFIX.length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(body), told);
        } catch (IllegalArgumentException noHex) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
