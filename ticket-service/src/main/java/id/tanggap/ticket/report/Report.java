package id.tanggap.ticket.report;

import id.tanggap.ticket.ticket.Location;
import java.time.Instant;

/**
 * What an operator wrote down.
 *
 * @param callerRef keyed hash of the caller's number, null for a caller without one
 * @param category open code: the table may not have it
 * @param location null if nothing is known
 * @param reporter compact JWE under the hand-over key, null if nothing is known
 * @param reportedBy the operator's account, null if it was not told
 */
public record Report(
        String reportId,
        String callId,
        String callerRef,
        String category,
        String text,
        boolean lifeThreat,
        Location location,
        String reporter,
        Instant reportedAt,
        String reportedBy) {

    /** Whether this tells the caller, where what was kept of the same report has none ({@code null}). */
    public boolean completes(String keptCallerRef) {
        return keptCallerRef == null && callerRef != null;
    }

    @Override
    public String toString() {
        return "Report[" + reportId + "]";
    }
}
