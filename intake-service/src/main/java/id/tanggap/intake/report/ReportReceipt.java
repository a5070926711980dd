package id.tanggap.intake.report;

import java.time.Instant;
import java.util.UUID;

/** What is answered to a report, the same each time. */
public record ReportReceipt(UUID reportId, String callId, Instant reportedAt) {}
