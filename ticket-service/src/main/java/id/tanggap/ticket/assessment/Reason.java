package id.tanggap.ticket.assessment;

/**
 * Why triage judges as it does.
 *
 * @param contribution log-odds, positive towards a hoax
 */
public record Reason(String code, double contribution, String textId, String textEn) {}
