package id.tanggap.intake.opening;

/** What of a call was shown to somebody. */
public enum Shown {
    /** The caller's number. */
    NUMBER,
    /** The report's text. */
    REPORT,
    /** The reporter's name or contact. */
    REPORTER
}
