package id.tanggap.ticket.priority.policy;

/** What a person found on asking whether a report is true. */
public enum Verification {
    /** It is. A ticket that had been taken for a hoax is opened again. */
    GENUINE,
    /** It is none: all agencies that are not there yet are let off. */
    HOAX,
    /** The reporter did not answer: to be tried again. */
    UNREACHABLE
}
