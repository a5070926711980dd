package id.tanggap.intake.caller;

/** What the network tells of the caller. */
public enum CallerKind {
    /** A number that can be called back. */
    SUBSCRIBER,
    /** No number: suppressed, or a telephone without a SIM. */
    WITHHELD,
    /** A service number such as 110 or 119: another centre hands the call over. */
    SHORT_CODE,
    /** Something else; a call is never refused for it. */
    UNPARSEABLE
}
