package id.tanggap.triage.messaging;

import id.tanggap.triage.call.CallState;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.Disposition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** Triage's own reading of {@code intake.call.v1}: the fields that it uses and no more. */
public record CallChanged(
        @NotBlank @Size(max = 200) String callId,
        @Size(max = 200) String callerRef,
        @NotNull CallerKind callerKind,
        @NotNull CallStatus status,
        @NotNull Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        @Size(max = 200) String dtmf,
        Disposition disposition,
        Instant dispositionAt,
        @Valid Location location) {

    /** WGS 84 degrees. */
    public record Location(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon) {

        Position position() {
            return new Position(lat, lon);
        }
    }

    CallState state() {
        return new CallState(
                callId,
                Optional.ofNullable(callerRef),
                callerKind,
                status,
                startedAt,
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(dtmf),
                Optional.ofNullable(disposition),
                Optional.ofNullable(dispositionAt),
                Optional.ofNullable(location).map(Location::position));
    }
}
