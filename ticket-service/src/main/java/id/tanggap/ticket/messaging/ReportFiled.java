package id.tanggap.ticket.messaging;

import id.tanggap.ticket.report.Report;
import id.tanggap.ticket.ticket.Location;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What this service reads of intake.report.v1. */
record ReportFiled(
        @NotBlank @Size(max = 100) String reportId,
        @NotBlank @Size(max = 200) String callId,
        @Size(max = 200) String callerRef,
        @NotBlank @Size(max = 100) String category,
        @NotNull String text,
        boolean lifeThreat,
        Location location,
        String reporter,
        @NotNull Instant reportedAt,
        @Size(max = 200) String reportedBy) {

    Report toReport() {
        return new Report(
                reportId,
                callId,
                callerRef,
                storable(category),
                storable(text),
                lifeThreat,
                location == null || location.isEmpty()
                        ? null
                        : new Location(
                                location.lat(),
                                location.lon(),
                                storable(location.kecamatan()),
                                storable(location.desa()),
                                storable(location.address())),
                storable(reporter),
                reportedAt,
                storable(reportedBy));
    }

    /** PostgreSQL has no place for U+0000; no report may be lost over one. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\u0000", "");
    }
}
