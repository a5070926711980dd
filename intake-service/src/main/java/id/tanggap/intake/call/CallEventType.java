package id.tanggap.intake.call;

/** What a telephony gateway tells of a call. */
public enum CallEventType {
    ANSWERED,
    DTMF,
    TRANSFERRED,
    ENDED,
    ABANDONED
}
