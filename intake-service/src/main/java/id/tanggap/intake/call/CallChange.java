package id.tanggap.intake.call;

/** The change of a call that an event of {@code intake.call.v1} tells. */
public enum CallChange {
    RECEIVED,
    ANSWERED,
    DTMF,
    TRANSFERRED,
    ENDED,
    ABANDONED,
    DISPOSITION;

    static CallChange of(CallEventType type) {
        return valueOf(type.name());
    }
}
