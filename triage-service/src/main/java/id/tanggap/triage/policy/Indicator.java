package id.tanggap.triage.policy;

/** What a report speaks of that no score may argue away, ticked by an operator or found in the words. */
public enum Indicator {
    LIFE_THREAT,
    FIRE,
    MEDICAL,
    CHILD,
    VIOLENCE,
    DISASTER,
    /** Worded like reports of danger, though no word says which. */
    WORDING
}
