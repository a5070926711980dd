package id.tanggap.local.replay;

import id.tanggap.local.replay.audit.Latency;
import id.tanggap.local.replay.silent.AdviceTaken;
import java.util.List;
import java.util.Map;

/**
 * What came of a replay, counted in what the system shows and not in what was planned.
 *
 * @param runId prefix of every call id of this replay
 * @param plannedCalls calls of the scenario; likewise the two that follow
 * @param calls calls that intake shows
 * @param hoaxes of them with the disposition GHOST, PRANK or TEST
 * @param tickets tickets of this replay's calls
 * @param ticketsByAgency by leading agency
 * @param copiesByAgency tickets that each agency's own consumer received, leading or supporting
 * @param toldByChannel openings of tickets that agencies received, by the channel on which
 * @param bands calls by band of their score
 * @param acceptance of a call's announcement, from sending to the answer, where the first attempt was accepted
 * @param latency of all tickets at all their agencies
 * @param emergencyLatency of those that do not wait for a score
 * @param memoryBytes resident, of all servers and services together, after the replay; 0 where it does not run them
 * @param callBacks call-back tasks of this replay's calls
 * @param advice what the gateway made of triage's advice on silent calls
 * @param repeatsSent requests sent again on purpose
 * @param retries requests sent again because they had failed
 * @param refused requests that were never accepted
 */
public record ReplaySummary(
        String scenario,
        String runId,
        double speed,
        double seconds,
        long plannedCalls,
        long plannedHoaxes,
        long plannedTickets,
        long calls,
        long hoaxes,
        long tickets,
        Map<String, Long> callsByDisposition,
        Map<String, Long> ticketsByAgency,
        Map<String, Long> copiesByAgency,
        Map<String, Long> toldByChannel,
        Map<String, Long> bands,
        Latency acceptance,
        Latency latency,
        Latency emergencyLatency,
        long memoryBytes,
        long callBacks,
        AdviceTaken advice,
        long audioChunks,
        long repeatsSent,
        long retries,
        long redelivered,
        List<String> refused,
        List<String> lost,
        List<String> duplicated) {

    /** Nothing lost, nothing twice, nothing refused, and exactly the calls, hoaxes and tickets of the scenario. */
    public boolean passed() {
        return lost.isEmpty()
                && duplicated.isEmpty()
                && refused.isEmpty()
                && calls == plannedCalls
                && hoaxes == plannedHoaxes
                && tickets == plannedTickets;
    }
}
