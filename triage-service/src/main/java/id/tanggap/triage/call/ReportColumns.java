package id.tanggap.triage.call;

import id.tanggap.triage.policy.Indicator;
import id.tanggap.triage.policy.ReportKind;
import id.tanggap.triage.policy.Said;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was written down, as columns of a call's evidence; the words themselves are not kept. */
@Embeddable
class ReportColumns {

    @Enumerated(EnumType.STRING)
    ReportKind report;

    String category;

    /** Names, comma-separated. */
    String indicators;

    protected ReportColumns() {}

    private ReportColumns(ReportKind report, String category, Set<Indicator> indicators) {
        this.report = report;
        this.category = category;
        this.indicators = indicators.stream().map(Indicator::name).collect(Collectors.joining(","));
    }

    /** With one more report; what one of them once said stays said. */
    ReportColumns with(CallReport more) {
        EnumSet<Indicator> all = indicatorSet();
        all.addAll(more.indicators());
        return new ReportColumns(
                more.lifeThreat() || report == ReportKind.LIFE_THREAT ? ReportKind.LIFE_THREAT : ReportKind.REPORT,
                more.category().orElse(category),
                all);
    }

    Said said() {
        EnumSet<Indicator> all = indicatorSet();
        if (report == ReportKind.LIFE_THREAT) {
            all.add(Indicator.LIFE_THREAT);
        }
        return new Said(report, Optional.ofNullable(category), all, 0);
    }

    private EnumSet<Indicator> indicatorSet() {
        return Arrays.stream(indicators.split(","))
                .filter(name -> !name.isEmpty())
                .map(Indicator::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Indicator.class)));
    }
}
