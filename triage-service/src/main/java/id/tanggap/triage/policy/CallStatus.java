package id.tanggap.triage.policy;

/** Where a call stands; {@code UNKNOWN} until the call itself is announced. */
public enum CallStatus {
    UNKNOWN,
    RINGING,
    ANSWERED,
    TRANSFERRED,
    ENDED,
    ABANDONED;

    public boolean isOver() {
        return this == ENDED || this == ABANDONED;
    }
}
