package id.tanggap.ticket.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of a ticket, for people.
 *
 * @param position its place in the chain of all tickets' changes
 * @param why in the actor's words
 * @param differences by which the ticket was another then; empty where what it was is erased
 */
public record HistoryView(
        long position,
        long version,
        Instant at,
        Actor actor,
        String change,
        Optional<String> why,
        List<Differences.Difference> differences) {

    /** The views of a ticket's records, the oldest first. */
    public static List<HistoryView> of(List<HistoryRecord> records, ObjectMapper json) {
        List<HistoryView> views = new ArrayList<>();
        JsonNode before = MissingNode.getInstance();
        for (HistoryRecord record : records) {
            JsonNode details = details(record, json);
            JsonNode state = details.path("state");
            views.add(new HistoryView(
                    record.position,
                    record.version,
                    record.at,
                    new Actor(record.actor, record.actorRole),
                    record.change,
                    Optional.ofNullable(details.path("why").textValue()),
                    state.isMissingNode() ? List.of() : Differences.between(before, state)));
            before = state;
        }
        return views;
    }

    private static JsonNode details(HistoryRecord record, ObjectMapper json) {
        try {
            return record.details == null ? MissingNode.getInstance() : json.readTree(record.details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("history " + record.position + " is not readable", e);
        }
    }
}
