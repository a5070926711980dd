package id.tanggap.triage.policy;

/** What is known of a caller's number; {@code UNKNOWN} until the call itself is announced. */
public enum CallerKind {
    UNKNOWN,
    SUBSCRIBER,
    WITHHELD,
    SHORT_CODE,
    UNPARSEABLE
}
