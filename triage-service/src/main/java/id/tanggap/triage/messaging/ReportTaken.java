package id.tanggap.triage.messaging;

import id.tanggap.triage.assessment.Triage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** Triage's own reading of {@code intake.report.v1}: neither the text nor the sealed reporter is looked at. */
public record ReportTaken(
        @NotBlank @Size(max = 200) String callId,
        @Size(max = 200) String callerRef,
        @NotNull Boolean lifeThreat,
        Instant callStartedAt) {

    Triage.Report report() {
        return new Triage.Report(
                callId, Optional.ofNullable(callerRef), lifeThreat, Optional.ofNullable(callStartedAt));
    }
}
