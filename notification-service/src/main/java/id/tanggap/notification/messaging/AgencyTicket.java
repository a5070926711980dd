package id.tanggap.notification.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/**
 * What this service reads of {@code ticket.agency.v1}: only what it sorts by. The whole view is passed on as it came.
 *
 * @param priority absent: taken to be the highest, for nobody may be passed over because something is missing
 */
public record AgencyTicket(
        @NotBlank String ticketId,
        @NotBlank String agency,
        @NotBlank String change,
        Optional<@Min(0) @Max(10) Integer> priority) {

    private static final int HIGHEST = 10;

    public AgencyTicket {
        priority = priority == null ? Optional.empty() : priority;
    }

    int urgency() {
        return priority.orElse(HIGHEST);
    }
}
