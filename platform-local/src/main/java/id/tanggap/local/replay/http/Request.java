package id.tanggap.local.replay.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One call of a REST interface; sent again unchanged until it is accepted.
 *
 * @param as who sends it: the client {@code gateway} or the name of a person
 * @param headers further ones, the same for every repetition
 */
public record Request(String method, URI uri, String as, String contentType, byte[] body, Map<String, String> headers) {

    public static Request get(URI uri, String as) {
        return new Request("GET", uri, as, "application/json", new byte[0], Map.of());
    }

    public static Request post(URI uri, String as, JsonNode body) {
        return new Request(
                "POST", uri, as, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Request audio(URI uri, String as, String mediaType, byte[] sound) {
        return new Request("POST", uri, as, mediaType, sound, Map.of());
    }

    /** Under an idempotency key. */
    public Request withKey(String key) {
        return with("Idempotency-Key", key);
    }

    /** To the version that was read. */
    public Request ifMatch(long version) {
        return with("If-Match", "\"" + version + "\"");
    }

    private Request with(String name, String value) {
        return new Request(method, uri, as, contentType, body, Map.of(name, value));
    }
}
