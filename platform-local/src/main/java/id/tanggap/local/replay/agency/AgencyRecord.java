package id.tanggap.local.replay.agency;

/**
 * A record as an agency's own consumer received it.
 *
 * @param eventId the CloudEvents id: the same again is a redelivery, which the contract allows
 * @param receivedNanos in {@link System#nanoTime()}
 */
public record AgencyRecord(
        String agency, String eventId, String ticketId, String number, String change, long receivedNanos) {

    public boolean opens() {
        return change.equals("OPENED");
    }
}
