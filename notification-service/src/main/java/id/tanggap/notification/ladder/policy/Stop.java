package id.tanggap.notification.ladder.policy;

/** What ends a ladder before its top, or after; a name never changes its meaning. */
public enum Stop {
    /** Somebody of the agency has taken it on. */
    ACCEPTED,
    /** Another agency has it instead. */
    REFERRED,
    /** The ticket was called off. */
    CANCELLED,
    CLOSED,
    /** It is part of another ticket now. */
    MERGED,
    /** The agency has another part in the ticket by now. */
    REPLACED,
    /** It is too old to wake anybody. */
    EXPIRED
}
