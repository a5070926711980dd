package id.tanggap.local.replay.audit;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A ticket as ticket-service's interface shows it to the command centre.
 *
 * @param states what each agency that has a part in it must know of it in the end; the leading agency comes first
 * @param joined those that were given their part later, such as the command centre for what another one missed
 */
public record SeenTicket(
        String ticketId,
        String number,
        String callId,
        String reportId,
        String category,
        boolean emergency,
        SequencedMap<String, String> states,
        Set<String> joined) {

    public List<String> agencies() {
        return List.copyOf(states.sequencedKeySet());
    }
}
