package id.tanggap.triage.learning;

/** What the agency that went there found. */
public enum FieldOutcome {
    FOUND,
    NOTHING_THERE
}
