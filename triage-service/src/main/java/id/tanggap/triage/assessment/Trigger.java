package id.tanggap.triage.assessment;

/** Which kind of evidence made triage think again. */
public enum Trigger {
    CALL,
    AUDIO,
    REPORT,
    /** Another call of the same caller. */
    HISTORY,
    /** A report of another caller nearby. */
    NEIGHBOUR;

    /** Whether nothing has changed about the call itself. */
    boolean ofOthers() {
        return this == HISTORY || this == NEIGHBOUR;
    }
}
