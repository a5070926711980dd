package id.tanggap.notification.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.wording.policy.TicketFacts;
import id.tanggap.notification.wording.policy.TicketFacts.Label;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads of {@code ticket.agency.v1} what a person is told, and lets pass whatever else it holds. */
@ApplicationScoped
class TicketReader {

    private final ObjectMapper json;

    TicketReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The facts of an agency's view.
     *
     * @throws IllegalArgumentException if it is no such view
     */
    TicketFacts read(String view) {
        JsonNode ticket;
        try {
            ticket = json.readTree(view);
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the view.
            throw new IllegalArgumentException("not JSON");
        }
        JsonNode assignment = ticket.path("assignment");
        return new TicketFacts(
                needed(ticket, "ticketId"),
                needed(ticket, "number"),
                needed(ticket, "change"),
                label(ticket.path("categoryLabel"), "id", "en"),
                ticket.path("priority").asInt(),
                ticket.path("lifeThreat").asBoolean(),
                needed(ticket, "text"),
                place(ticket),
                present(ticket.path("reporter"))
                        .map(reporter -> new TicketFacts.Reporter(text(reporter, "name"), text(reporter, "contact"))),
                text(assignment, "status"),
                present(assignment.path("missed")).map(missed -> text(missed, "step")),
                present(ticket.path("verification")).map(JsonNode::asText),
                present(ticket.path("assessment"))
                        .map(assessment -> new TicketFacts.Assessment(
                                text(assessment, "band"),
                                StreamSupport.stream(assessment.path("reasons").spliterator(), false)
                                        .map(reason -> label(reason, "textId", "textEn"))
                                        .toList())),
                Math.max(1, ticket.path("independentCallers").asInt()),
                instant(needed(ticket, "reportedAt")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    private static TicketFacts.Place place(JsonNode ticket) {
        JsonNode told = ticket.path("location");
        JsonNode found = ticket.path("area");
        String coordinates = told.path("lat").isNumber() && told.path("lon").isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%.5f, %.5f",
                        told.path("lat").asDouble(),
                        told.path("lon").asDouble())
                : "";
        return new TicketFacts.Place(
                text(told, "address"),
                area(found, told, "desa"),
                area(found, told, "kecamatan"),
                coordinates,
                found.path("disagrees").asBoolean());
    }

    /** As it was found, else as it was told. */
    private static String area(JsonNode found, JsonNode told, String level) {
        String name = text(found.path(level), "name");
        return name.isEmpty() ? text(told, level) : name;
    }

    private static Label label(JsonNode node, String indonesian, String english) {
        return new Label(text(node, indonesian), text(node, english));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String needed(JsonNode node, String field) {
        return present(node.path(field))
                .map(JsonNode::asText)
                .orElseThrow(() -> new IllegalArgumentException("lacks " + field));
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return Optional.of(node).filter(found -> !found.isMissingNode() && !found.isNull());
    }
}
