package id.tanggap.notification.ladder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.ladder.policy.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads of {@code ticket.agency.v1} how an agency's part stands, and lets pass whatever else it holds. */
@ApplicationScoped
class PartReader {

    private final ObjectMapper json;

    PartReader(ObjectMapper json) {
        this.json = json;
    }

    /** The part; none of a view that tells of no assignment. */
    Optional<Part> read(String view) {
        try {
            JsonNode ticket = json.readTree(view);
            JsonNode assignment = ticket.path("assignment");
            UUID id = UUID.fromString(assignment.path("assignmentId").asText());
            boolean merged = StreamSupport.stream(ticket.path("links").spliterator(), false)
                    .anyMatch(link -> link.path("kind").asText().equals("PARENT"));
            return Optional.of(new Part(
                    id,
                    assignment.path("status").asText(),
                    Optional.of(assignment.path("finding").asText("")).filter(finding -> !finding.isEmpty()),
                    merged));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Nothing that could end a ladder: somebody is woken once too often rather than not at all.
            return Optional.empty();
        }
    }
}
