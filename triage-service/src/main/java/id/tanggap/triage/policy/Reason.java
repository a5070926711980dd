package id.tanggap.triage.policy;

/**
 * One part of a score.
 *
 * @param contribution log-odds added to the score, positive towards a hoax, rounded to thousandths
 * @param textId for an operator, Indonesian
 * @param textEn the same in English
 */
public record Reason(String code, double contribution, String textId, String textEn) {}
