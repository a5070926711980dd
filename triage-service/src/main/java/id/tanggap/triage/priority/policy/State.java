package id.tanggap.triage.priority.policy;

/** Where a decision about a caller's answering priority stands; only {@code ACTIVE} has an effect. */
public enum State {
    PROPOSED,
    AWAITING_SECOND,
    ACTIVE,
    REJECTED,
    ENDED,
    EXPIRED;

    public boolean isPending() {
        return this == PROPOSED || this == AWAITING_SECOND;
    }
}
