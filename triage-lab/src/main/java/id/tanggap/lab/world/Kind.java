package id.tanggap.lab.world;

/** What a call truly is, whoever thought what of it. */
public enum Kind {
    /** Somebody needs something that an agency does, urgent or not; whether or not the caller can speak. */
    GENUINE,
    INFORMATION,
    /** Nobody means to speak: silence, a pocket. */
    GHOST,
    PRANK,
    /** Somebody tries whether the line works. */
    TEST;

    /** Whether an operator's time was taken for nothing. A trial is a nuisance and not a hoax. */
    public boolean hoax() {
        return this == GHOST || this == PRANK;
    }
}
