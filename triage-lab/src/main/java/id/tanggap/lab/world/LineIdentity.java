package id.tanggap.lab.world;

/** What the line tells of a caller's number. */
public enum LineIdentity {
    SUBSCRIBER,
    WITHHELD,
    /** A handset without a SIM may call 112 in Indonesia and has no number that could be called back. */
    SIM_LESS
}
