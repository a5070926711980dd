package id.tanggap.triage.policy;

/**
 * One part of a score.
 *
 * @param contribution natural log-odds added to the score, positive towards a hoax, in whole thousandths
 * @param textId for an operator, Indonesian
 * @param textEn the same in English
 */
public record Reason(String code, double contribution, String textId, String textEn) {

    /** The contribution as a whole number of thousandths, so that sums are exact. */
    public long thousandths() {
        return Math.round(contribution * 1_000);
    }
}
