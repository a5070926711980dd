package id.tanggap.lab.world;

/** What an operator says a call was; codes of intake's interface. */
public enum Disposition {
    NORMAL,
    GHOST,
    PRANK,
    INFORMATION,
    TEST
}
