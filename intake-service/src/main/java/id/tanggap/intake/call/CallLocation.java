package id.tanggap.intake.call;

import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Where the network or the handset believes the caller to be; all but the coordinates may be absent (null).
 *
 * @param lat degrees, WGS 84
 * @param lon degrees, WGS 84
 * @param radiusM radius in metres of the circle in which the caller is with this confidence
 * @param confidence 0 to 1
 * @param source what found it, such as {@code NETWORK} or {@code AML} (ETSI TS 103 625)
 * @param at when it was found
 */
public record CallLocation(
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
        @DecimalMin("0") @DecimalMax("1000000") Double radiusM,
        @DecimalMin("0") @DecimalMax("1") Double confidence,
        @Size(min = 1, max = 40) @Storable String source,
        Instant at) {}
