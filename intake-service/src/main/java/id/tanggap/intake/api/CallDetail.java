package id.tanggap.intake.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.intake.call.CallView;
import id.tanggap.intake.report.ReportView;
import java.util.Optional;

/** A call that somebody has opened: with the caller's number and the report. */
record CallDetail(@JsonUnwrapped CallView call, Optional<ReportView> report) {}
