package id.tanggap.triage.assessment;

/** Which kind of evidence made triage think again. */
public enum Trigger {
    CALL,
    AUDIO,
    REPORT,
    HISTORY
}
