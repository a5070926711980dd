package id.tanggap.intake.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A report as operators see it; without its text and people, and of its place the kecamatan alone, once its time is over. */
public record ReportView(
        UUID reportId,
        String category,
        Optional<String> text,
        boolean lifeThreat,
        Optional<Place> location,
        Optional<Reporter> reporter,
        Instant reportedAt,
        Optional<String> reportedBy) {}
