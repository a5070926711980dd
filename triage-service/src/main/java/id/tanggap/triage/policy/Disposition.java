package id.tanggap.triage.policy;

/** What an operator says a call was: an emergency, silence, a prank, a question, a trial. */
public enum Disposition {
    NORMAL,
    GHOST,
    PRANK,
    INFORMATION,
    TEST
}
