package id.tanggap.triage.assessment;

/** Which kind of evidence made triage think again. */
public enum Trigger {
    CALL,
    AUDIO,
    REPORT,
    /** Another call of the same caller. */
    HISTORY,
    /** A report of another caller nearby. */
    NEIGHBOUR,
    /** So much time has passed since the answer, and the sound did not come with it. */
    TIME;

    /** Whether nothing has changed about the call itself. */
    boolean ofOthers() {
        return this == HISTORY || this == NEIGHBOUR;
    }

    /** Whether the caller's record may be another one than before. */
    boolean mayChangeRecord() {
        return this == CALL || this == REPORT || this == HISTORY;
    }

    /** Whether what calls nearby say may be something else than before. */
    boolean mayChangeOthers() {
        return this == CALL || this == REPORT || this == NEIGHBOUR;
    }

    /** Whether the advice on how to answer the caller may have to follow: it looks at no sound. */
    boolean concernsCaller() {
        return this != AUDIO && this != TIME;
    }
}
