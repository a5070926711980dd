package id.tanggap.intake.api;

import id.tanggap.intake.call.CallEventType;
import id.tanggap.intake.call.policy.Signal;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * An event of a call.
 *
 * @param seq the gateway's count of this call's events
 * @param digits the keys that were pressed, of a {@code DTMF} only
 * @param transferredTo where to, of a {@code TRANSFERRED} only
 */
record EventRequest(
        @NotNull CallEventType type,
        @NotNull Instant at,
        @NotNull @Min(0) @Max(9999) Integer seq,
        @Pattern(regexp = "[0-9A-D*#]{1,64}", message = "must be 1 to 64 of 0-9 A-D * #") String digits,
        @Size(min = 1, max = 256) @Storable String transferredTo) {

    Signal signal(Times times) {
        if (type == CallEventType.DTMF && digits == null) {
            throw Problem.invalid("digits", "must not be absent of a DTMF");
        }
        return new Signal(
                seq,
                type,
                times.plausible("at", at),
                type == CallEventType.DTMF ? digits : null,
                type == CallEventType.TRANSFERRED ? transferredTo : null);
    }
}
