package id.tanggap.triage.policy;

/** What the agencies that went there found. */
public enum FieldOutcome {
    FOUND,
    NOTHING_THERE
}
