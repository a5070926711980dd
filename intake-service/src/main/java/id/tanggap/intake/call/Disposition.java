package id.tanggap.intake.call;

/** What a person found a call to be. */
public enum Disposition {
    NORMAL,
    /** Silent: nobody speaks. */
    GHOST,
    PRANK,
    INFORMATION,
    TEST
}
