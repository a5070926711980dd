package id.tanggap.triage.policy;

/**
 * What a call may be, as probabilities that add up to 1 but for rounding to ten-thousandths.
 *
 * @param ghost nobody means to speak
 * @param prank somebody plays
 */
public record Likelihoods(double genuine, double information, double ghost, double prank) {

    /** From the nested dichotomies: hoax or not, then which hoax, and which need. */
    static Likelihoods of(double hoax, double ghostAmongHoaxes, double informationAmongNeeds) {
        return new Likelihoods(
                rounded((1 - hoax) * (1 - informationAmongNeeds)),
                rounded((1 - hoax) * informationAmongNeeds),
                rounded(hoax * ghostAmongHoaxes),
                rounded(hoax * (1 - ghostAmongHoaxes)));
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
