package id.tanggap.local.replay.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One call of a REST interface; sent again unchanged until it is accepted.
 *
 * @param as who sends it: the client {@code gateway} or the name of a person
 * @param idempotencyKey the same for every repetition
 */
public record Request(
        String method, URI uri, String as, String contentType, byte[] body, Optional<String> idempotencyKey) {

    public static Request get(URI uri, String as) {
        return new Request("GET", uri, as, "application/json", new byte[0], Optional.empty());
    }

    public static Request post(URI uri, String as, JsonNode body) {
        return new Request(
                "POST",
                uri,
                as,
                "application/json",
                body.toString().getBytes(StandardCharsets.UTF_8),
                Optional.empty());
    }

    public static Request audio(URI uri, String as, String mediaType, byte[] sound) {
        return new Request("POST", uri, as, mediaType, sound, Optional.empty());
    }

    public Request withKey(String key) {
        return new Request(method, uri, as, contentType, body, Optional.of(key));
    }
}
