package id.tanggap.triage.policy;

/** Whether an operator took down a report, and whether a life is at stake in it. */
public enum ReportKind {
    NONE,
    REPORT,
    LIFE_THREAT
}
