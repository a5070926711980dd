package id.tanggap.intake.messaging;

import id.tanggap.intake.call.Assessment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** What this service reads of {@code triage.assessment.v1}. */
record CallAssessed(
        @NotBlank @Size(max = 128) String callId,
        @NotNull @DecimalMin("0") @DecimalMax("1") Double hoaxLikelihood,
        @NotBlank @Size(max = 40) String band,
        boolean confident,
        @NotNull List<@NotNull @Valid ReasonGiven> reasons,
        String modelVersion,
        @NotNull Instant assessedAt) {

    /** One of its reasons. */
    record ReasonGiven(@NotBlank String code, double contribution, @NotNull String textId, @NotNull String textEn) {}

    Assessment assessment(long version) {
        return new Assessment(
                version,
                hoaxLikelihood,
                band,
                confident,
                reasons.stream()
                        .map(reason ->
                                new Assessment.Reason(reason.code, reason.contribution, reason.textId, reason.textEn))
                        .toList(),
                modelVersion,
                assessedAt);
    }
}
