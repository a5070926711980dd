package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.Report;
import id.tanggap.triage.policy.Indicator;
import id.tanggap.triage.policy.ReportKind;
import id.tanggap.triage.policy.Said;
import id.tanggap.triage.text.DangerReader;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What operators wrote, read by triage's own {@link DangerReader}; each report is read once. */
final class Reports {
    private final DangerReader reader = DangerReader.bundled();
    private final Map<String, Said> read = new HashMap<>();

    /** {@link Said#NOTHING} before the report was written. */
    Said of(ObservedCall call, Instant now) {
        return call.report()
                .filter(report -> !report.at().isAfter(now))
                .map(report -> read.computeIfAbsent(call.callId(), none -> said(report)))
                .orElse(Said.NOTHING);
    }

    private Said said(Report report) {
        EnumSet<Indicator> indicators = EnumSet.noneOf(Indicator.class);
        indicators.addAll(reader.in(report.category(), report.text()));
        if (report.lifeThreat()) {
            indicators.add(Indicator.LIFE_THREAT);
        }
        return new Said(
                report.lifeThreat() ? ReportKind.LIFE_THREAT : ReportKind.REPORT,
                Optional.of(report.category()),
                indicators,
                0);
    }
}
