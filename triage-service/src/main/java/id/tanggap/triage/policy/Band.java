package id.tanggap.triage.policy;

/** How a likelihood is shown to people; the edges are part of the published contract. */
public enum Band {
    LIKELY_GENUINE,
    UNSURE,
    LIKELY_HOAX;

    static final double HOAX_FROM = 0.9;
    static final double GENUINE_BELOW = 0.3;

    public static Band of(double likelihood) {
        if (likelihood >= HOAX_FROM) {
            return LIKELY_HOAX;
        }
        return likelihood < GENUINE_BELOW ? LIKELY_GENUINE : UNSURE;
    }
}
