package id.tanggap.intake.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Payload of {@code intake.report.v1}.
 *
 * @param reporter JWE of {@code {"name","contact"}} under the key that intake-service and ticket-service share
 */
record ReportFiled(
        UUID reportId,
        String callId,
        Optional<String> callerRef,
        String category,
        String text,
        boolean lifeThreat,
        Optional<Place> location,
        Optional<String> reporter,
        Instant reportedAt,
        String reportedBy,
        Optional<Instant> callStartedAt) {

    static final String TOPIC = "intake.report.v1";
    static final String TYPE = "id.tanggap.intake.report.v1";
}
