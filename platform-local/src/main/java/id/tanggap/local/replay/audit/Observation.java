package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.silent.AdviceTaken;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the system shows of one replay.
 *
 * @param calls by call id, each read on its own
 * @param listed call ids of this replay in intake's list, as often as they occur there
 * @param tickets of calls of this replay
 * @param knownTickets ids of all tickets there are, of whatever origin; read after {@code told}
 * @param callBacks of calls of this replay
 * @param owed what the gateway had told of silent calls before {@code procedures} were read, by the id of the call
 * @param procedures for silent calls, by the id of the call
 * @param advice what the gateway made of triage's advice on them; taken after {@code procedures}
 * @param told by channel
 */
public record Observation(
        Map<String, SeenCall> calls,
        List<String> listed,
        List<SeenTicket> tickets,
        Set<String> knownTickets,
        List<SeenCallBack> callBacks,
        Map<String, Set<String>> owed,
        Map<String, SeenProcedure> procedures,
        AdviceTaken advice,
        List<Told> told) {

    /** What agencies received on the channel of this name. */
    public List<AgencyRecord> records(String channel) {
        return told.stream()
                .filter(one -> one.channel().equals(channel))
                .flatMap(one -> one.records().stream())
                .toList();
    }
}
