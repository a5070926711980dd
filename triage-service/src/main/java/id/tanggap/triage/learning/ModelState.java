package id.tanggap.triage.learning;

/** A model's part: one champion advises, at most one challenger scores in its shadow, the others rest. */
public enum ModelState {
    CHAMPION,
    CHALLENGER,
    RETIRED
}
