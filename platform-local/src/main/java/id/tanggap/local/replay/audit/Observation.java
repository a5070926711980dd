package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import java.util.List;
import java.util.Map;

/**
 * What the system shows of one replay.
 *
 * @param calls by call id, each read on its own
 * @param listed call ids of this replay in intake's list, as often as they occur there
 * @param tickets of calls of this replay
 * @param records everything that agencies received, of whatever origin
 */
public record Observation(
        Map<String, SeenCall> calls, List<String> listed, List<SeenTicket> tickets, List<AgencyRecord> records) {}
