package id.tanggap.triage.silent.policy;

/** What came of ringing a silent caller back. */
public enum CallBackResult {
    SPOKE,
    SIGNALLED,
    SILENT,
    NO_ANSWER,
    BUSY,
    REFUSED;

    /** Whether somebody is there who answers. */
    public boolean isSignal() {
        return this == SPOKE || this == SIGNALLED;
    }
}
