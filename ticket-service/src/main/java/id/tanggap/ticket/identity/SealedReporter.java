package id.tanggap.ticket.identity;

/**
 * A reporter as it is kept, under one of two keys; both parts are null if nothing is known.
 *
 * @param atRest compact JWE under this service's own key
 * @param handedOver compact JWE as intake-service gave it, only while it cannot be opened
 */
public record SealedReporter(String atRest, String handedOver) {

    /** Nothing is known of the reporter. */
    public static final SealedReporter NONE = new SealedReporter(null, null);

    @Override
    public String toString() {
        return "SealedReporter[withheld]";
    }
}
