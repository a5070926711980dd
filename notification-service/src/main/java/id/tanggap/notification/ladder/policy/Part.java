package id.tanggap.notification.ladder.policy;

import java.util.Optional;
import java.util.UUID;

/**
 * An agency's part in a ticket, as far as it says whether somebody still has to be woken.
 *
 * @param status NENA-STA-021.1; an open code
 * @param finding what was found, of a part that is closed
 * @param merged whether the ticket has become part of another one
 */
public record Part(UUID assignmentId, String status, Optional<String> finding, boolean merged) {

    /** What ends the ladder of this assignment; none while nobody has taken it on. A status of tomorrow ends nothing. */
    public Optional<Stop> stops(UUID ladderOf) {
        if (!assignmentId.equals(ladderOf)) {
            return Optional.of(Stop.REPLACED);
        }
        return switch (status) {
            case "ResourcesAssigned", "ResourcesEnroute", "ResourcesOnscene" -> Optional.of(Stop.ACCEPTED);
            case "Closed" -> Optional.of(closed());
            case "Cancelled" -> Optional.of(merged ? Stop.MERGED : Stop.CANCELLED);
            default -> merged ? Optional.of(Stop.MERGED) : Optional.empty();
        };
    }

    private Stop closed() {
        if (finding.filter("REFERRED"::equals).isPresent()) {
            return Stop.REFERRED;
        }
        return merged ? Stop.MERGED : Stop.CLOSED;
    }
}
