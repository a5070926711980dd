package id.tanggap.local.replay.silent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What triage advises to do about a silent call; of its event only what a gateway needs.
 *
 * @param version of the procedure's step: a newer one takes this one's place
 * @param what such as {@code PLAY_PROMPT}; more may be added
 * @param notBefore from when on it is to be followed
 */
public record Advice(String callId, long version, String step, String what, Instant notBefore) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException if that is no advice */
    static Advice read(String event) {
        try {
            JsonNode json = JSON.readTree(event);
            return new Advice(
                    json.path("callId").asText(),
                    json.path("version").asLong(),
                    json.path("step").asText(),
                    json.path("advice").asText(),
                    Instant.parse(json.path("notBefore").asText()));
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new IllegalArgumentException("no advice: " + event, e);
        }
    }

    /** Whether there is anything to do. */
    boolean asks() {
        return !what.equals("NOTHING");
    }
}
