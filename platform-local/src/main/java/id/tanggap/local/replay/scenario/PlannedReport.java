package id.tanggap.local.replay.scenario;

import java.util.Optional;

/** What the operator will write down; the place is that of the call. */
public record PlannedReport(
        String category, String text, boolean lifeThreat, Optional<String> reporterName, Optional<String> contact) {}
