package id.tanggap.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One line of a process's log as a person wants to hear it: of a JSON event, its message and the root of its exception. */
public final class LogLine {
    private static final int LIMIT = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** At most some 300 characters on one line. */
    public static String spoken(String line) {
        String text = line.startsWith("{") ? ofJson(line) : line;
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() > LIMIT ? flat.substring(0, LIMIT) + "..." : flat;
    }

    private static String ofJson(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            String message = event.path("message").asText();
            JsonNode cause = event.path("exception");
            while (cause.path("causedBy").has("exception")) {
                cause = cause.path("causedBy").path("exception");
            }
            if (cause.isMissingNode()) {
                return message.isEmpty() ? line : message;
            }
            String type = cause.path("exceptionType").asText();
            return message + ": " + type.substring(type.lastIndexOf('.') + 1) + ": "
                    + cause.path("message").asText();
        } catch (JsonProcessingException e) {
            return line;
        }
    }
}
