package id.tanggap.notification.channel.webpush;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Base64;

/**
 * Where and how one browser can be reached, as it says itself ({@code JSON.stringify} of its PushSubscription).
 *
 * @param endpoint not yet known to be one that may be called
 * @param p256dh the browser's public key, an uncompressed point
 * @param auth the secret that it shares with us
 */
record PushSubscription(URI endpoint, byte[] p256dh, byte[] auth) {

    private static final int LONGEST = 2048;
    private static final int POINT_BYTES = 65;
    private static final int AUTH_BYTES = 16;

    /** @throws IllegalArgumentException if it is none; says nothing of what it holds */
    static PushSubscription parse(ObjectMapper json, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a subscription of at most " + LONGEST + " characters");
        }
        JsonNode told;
        try {
            told = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a browser's push subscription as JSON");
        }
        byte[] p256dh = bytes(told.path("keys").path("p256dh"), POINT_BYTES);
        if (p256dh[0] != 4) {
            throw new IllegalArgumentException("keys.p256dh as an uncompressed point");
        }
        return new PushSubscription(
                endpoint(told.path("endpoint").asText("")),
                p256dh,
                bytes(told.path("keys").path("auth"), AUTH_BYTES));
    }

    private static URI endpoint(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endpoint as a URL");
        }
    }

    private static byte[] bytes(JsonNode text, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.asText(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("keys in Base64url");
        }
        if (bytes.length != length) {
            throw new IllegalArgumentException("keys of " + POINT_BYTES + " and " + AUTH_BYTES + " bytes");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "PushSubscription[]";
    }
}
