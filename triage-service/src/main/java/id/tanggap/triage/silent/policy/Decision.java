package id.tanggap.triage.silent.policy;

/** What a person made of a call that the procedure handed over. */
public enum Decision {
    HELPED,
    NO_NEED,
    NOT_REACHED
}
