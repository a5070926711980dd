package id.tanggap.local.replay.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a ticket as an agency itself received it.
 *
 * @param eventId the same again on one channel is a redelivery
 * @param ticketId empty where it is not news of a ticket but a fault, which {@code change} then names
 * @param text what was reported
 * @param status of the agency's part, in the words of NENA-STA-021.1
 * @param state the agency's part and the score, as {@link #state} has it
 * @param reporter name and contact, as far as the agency was told who reported
 * @param receivedNanos in {@link System#nanoTime()}
 */
public record AgencyRecord(
        String agency,
        String eventId,
        String ticketId,
        String number,
        String change,
        String text,
        String status,
        String state,
        List<String> reporter,
        long receivedNanos) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads an agency's view of a ticket. */
    public static AgencyRecord read(String agency, String eventId, byte[] view, long receivedNanos) {
        try {
            JsonNode ticket = JSON.readTree(view);
            return new AgencyRecord(
                    agency,
                    eventId,
                    ticket.path("ticketId").asText(),
                    ticket.path("number").asText(),
                    ticket.path("change").asText(),
                    ticket.path("text").asText(),
                    ticket.path("assignment").path("status").asText(),
                    state(ticket.path("assignment"), ticket.path("assessment")),
                    reporter(ticket.path("reporter")),
                    receivedNanos);
        } catch (IOException e) {
            return fault(agency, eventId, "an unreadable record", receivedNanos);
        }
    }

    /** Something that is no news of a ticket; {@code what} goes on with "at (agency)". */
    public static AgencyRecord fault(String agency, String eventId, String what, long receivedNanos) {
        return new AgencyRecord(agency, eventId, "", "", what, "", "", "", List.of(), receivedNanos);
    }

    /** What an agency must know in the end: the same words for an agency's view and for the command centre's. */
    public static String state(JsonNode assignment, JsonNode assessment) {
        return assignment.path("status").asText() + ", score "
                + assessment.path("hoaxLikelihood").asText("none");
    }

    private static List<String> reporter(JsonNode reporter) {
        return Stream.of("name", "contact")
                .filter(reporter::hasNonNull)
                .map(part -> reporter.get(part).asText())
                .toList();
    }

    public boolean opens() {
        return change.equals("OPENED");
    }
}
