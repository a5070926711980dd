package id.tanggap.triage.model;

/** What a feature is counted in. */
public enum Unit {
    SECONDS,
    COUNT,
    SHARE,
    YES_NO,
    LOG_ODDS
}
