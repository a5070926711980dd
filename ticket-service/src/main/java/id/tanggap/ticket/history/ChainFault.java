package id.tanggap.ticket.history;

/**
 * Where the chain breaks, and how.
 *
 * @param position of the first record at which it does
 */
public record ChainFault(long position, Kind kind) {

    /** What was done to it. */
    public enum Kind {
        /** The record is not there. */
        MISSING,
        /** What it says of the ticket is not what was written. */
        DETAILS_CHANGED,
        /** Anything else of it is not what was written, or it was put in later. */
        RECORD_CHANGED,
        /** The chain ends elsewhere than it did: at its end records were taken out or put in. */
        OTHER_END
    }
}
