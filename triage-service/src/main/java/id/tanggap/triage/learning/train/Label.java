package id.tanggap.triage.learning.train;

/** What a call turned out to be. */
public enum Label {
    GENUINE,
    INFORMATION,
    GHOST,
    PRANK;

    public boolean hoax() {
        return this == GHOST || this == PRANK;
    }
}
