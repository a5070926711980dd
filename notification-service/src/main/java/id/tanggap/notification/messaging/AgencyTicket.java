package id.tanggap.notification.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What this service reads of {@code ticket.agency.v1}: only what it sorts by. The whole view is passed on as it came.
 *
 * @param reportedAt when the report was accepted, if it is told; only measured by, and so nothing in it may keep a ticket from its agency
 * @param priority absent: taken to be the highest, for nobody may be passed over because something is missing
 */
public record AgencyTicket(
        @NotBlank String ticketId,
        @NotBlank String agency,
        @NotBlank String change,
        Optional<@Min(0) @Max(10) Integer> priority,
        JsonNode reportedAt) {

    private static final int HIGHEST = 10;

    public AgencyTicket {
        priority = priority == null ? Optional.empty() : priority;
    }

    int urgency() {
        return priority.orElse(HIGHEST);
    }

    /** Empty where it is not told as it should be. */
    Optional<Instant> reported() {
        try {
            return Optional.ofNullable(reportedAt)
                    .filter(JsonNode::isTextual)
                    .map(told -> Instant.parse(told.textValue()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
