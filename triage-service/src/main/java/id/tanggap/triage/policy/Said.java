package id.tanggap.triage.policy;

import java.util.Optional;
import java.util.Set;

/**
 * What an operator wrote down.
 *
 * @param category code of ticket-service's categories, empty without a report
 * @param textEvidence natural log-odds of the words towards a hoax, negative towards a real need, 0 without text
 */
public record Said(ReportKind kind, Optional<String> category, Set<Indicator> indicators, double textEvidence) {

    public static final Said NOTHING = new Said(ReportKind.NONE, Optional.empty(), Set.of(), 0);

    public boolean reported() {
        return kind != ReportKind.NONE;
    }

    public boolean lifeThreat() {
        return kind == ReportKind.LIFE_THREAT || indicators.contains(Indicator.LIFE_THREAT);
    }
}
