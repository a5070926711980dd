package id.tanggap.intake.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A report as operators see it. */
public record ReportView(
        UUID reportId,
        String category,
        String text,
        boolean lifeThreat,
        Optional<Place> location,
        Optional<Reporter> reporter,
        Instant reportedAt,
        String reportedBy) {}
