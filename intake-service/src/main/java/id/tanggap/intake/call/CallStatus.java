package id.tanggap.intake.call;

/** How far a call has come. */
public enum CallStatus {
    RINGING,
    ANSWERED,
    TRANSFERRED,
    ENDED,
    /** The caller hung up before anybody answered. */
    ABANDONED
}
