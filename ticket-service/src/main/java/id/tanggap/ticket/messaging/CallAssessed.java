package id.tanggap.ticket.messaging;

import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.assessment.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** What this service reads of triage.assessment.v1. */
record CallAssessed(
        @NotBlank @Size(max = 200) String callId,
        @DecimalMin("0") @DecimalMax("1") double hoaxLikelihood,
        @NotBlank String band,
        boolean confident,
        @NotNull List<@NotNull @Valid ReasonGiven> reasons,
        @NotNull Instant assessedAt) {

    /** One of its reasons. */
    record ReasonGiven(@NotBlank String code, double contribution, @NotNull String textId, @NotNull String textEn) {}

    static Assessment toAssessment(ReceivedEvent<CallAssessed> event) {
        CallAssessed data = event.data();
        return new Assessment(
                data.callId,
                event.sequence().orElse(data.assessedAt.toEpochMilli()),
                data.hoaxLikelihood,
                data.band,
                data.confident,
                data.reasons.stream()
                        .map(r -> new Reason(r.code, r.contribution, r.textId, r.textEn))
                        .toList(),
                data.assessedAt);
    }
}
