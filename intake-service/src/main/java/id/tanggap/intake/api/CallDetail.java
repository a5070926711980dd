package id.tanggap.intake.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.intake.call.CallView;
import id.tanggap.intake.opening.Shown;
import id.tanggap.intake.report.ReportView;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A call that somebody has opened: with the caller's number and the report. */
record CallDetail(@JsonUnwrapped CallView call, Optional<ReportView> report) {

    /** What of it names somebody, or may. */
    Set<Shown> shown() {
        Set<Shown> shown = EnumSet.noneOf(Shown.class);
        call.number().ifPresent(number -> shown.add(Shown.NUMBER));
        report.flatMap(ReportView::text).ifPresent(text -> shown.add(Shown.REPORT));
        report.flatMap(ReportView::reporter).ifPresent(reporter -> shown.add(Shown.REPORTER));
        return shown;
    }
}
