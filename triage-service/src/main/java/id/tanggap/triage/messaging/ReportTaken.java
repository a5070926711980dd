package id.tanggap.triage.messaging;

import id.tanggap.triage.call.CallReport;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.text.ReportReader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** Triage's own reading of {@code intake.report.v1}: the sealed reporter is not looked at, and the text not kept. */
public record ReportTaken(
        @NotBlank @Size(max = 200) String callId,
        @Size(max = 200) String callerRef,
        @NotNull Boolean lifeThreat,
        Instant callStartedAt,
        @Size(max = 200) String category,
        @Size(max = 20_000) String text,
        @Valid Location location) {

    /** Where help is needed; WGS 84 degrees, or names. */
    public record Location(
            @DecimalMin("-90") @DecimalMax("90") Double lat,
            @DecimalMin("-180") @DecimalMax("180") Double lon,
            @Size(max = 200) String kecamatan,
            @Size(max = 200) String desa) {

        private static final Location NOWHERE = new Location(null, null, null, null);

        private Optional<Position> point() {
            return lat == null || lon == null ? Optional.empty() : Optional.of(new Position(lat, lon));
        }
    }

    CallReport report(ReportReader reader) {
        Optional<String> code = Optional.ofNullable(category);
        Optional<String> words = Optional.ofNullable(text);
        Location where = location == null ? Location.NOWHERE : location;
        return new CallReport(
                callId,
                Optional.ofNullable(callerRef),
                lifeThreat,
                Optional.ofNullable(callStartedAt),
                code,
                reader.dangers(code, words),
                where.point()
                        .or(() -> reader.position(
                                Optional.ofNullable(where.kecamatan), Optional.ofNullable(where.desa), words)));
    }
}
