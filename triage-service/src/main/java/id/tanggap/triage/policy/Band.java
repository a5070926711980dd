package id.tanggap.triage.policy;

/**
 * What may be done with a call. The edges are part of the published contract; a rule may keep a call out of the hoaxes
 * whatever its likelihood, and its reasons name that rule.
 */
public enum Band {
    LIKELY_GENUINE,
    UNSURE,
    LIKELY_HOAX;

    static final double HOAX_FROM = 0.9;
    static final double GENUINE_BELOW = 0.3;

    /** By the likelihood alone. */
    public static Band of(double likelihood) {
        if (likelihood >= HOAX_FROM) {
            return LIKELY_HOAX;
        }
        return likelihood < GENUINE_BELOW ? LIKELY_GENUINE : UNSURE;
    }
}
