package id.tanggap.triage.priority.policy;

/** Why a restriction ended before its time. */
public enum EndCause {
    PERSON,
    GENUINE_CALL,
    CONFIRMED,
    CORROBORATED,
    REPLACED
}
