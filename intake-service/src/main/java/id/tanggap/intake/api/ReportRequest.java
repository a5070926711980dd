package id.tanggap.intake.api;

import id.tanggap.intake.caller.PhoneNumbers;
import id.tanggap.intake.report.Filing;
import id.tanggap.intake.report.Place;
import id.tanggap.intake.report.Reporter;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** An operator's report of a call. */
record ReportRequest(
        @NotNull
                @Pattern(
                        regexp = "[A-Z][A-Z0-9_]{1,39}",
                        message = "must be a category's code: 2 to 40 of A-Z 0-9 _, the first a letter")
                String category,
        @NotBlank @Size(max = 4000) @Storable String text,
        @NotNull Boolean lifeThreat,
        @Valid ReporterGiven reporter,
        @Valid PlaceGiven location) {

    /**
     * Who reports.
     *
     * @param contact a telephone number
     */
    record ReporterGiven(@Size(max = 200) @Storable String name, @Size(max = 64) @Storable String contact) {

        Reporter reporter(PhoneNumbers numbers) {
            return new Reporter(text(name), text(contact).map(given -> numbers.e164(given)
                    .orElseThrow(() ->
                            Problem.invalid("reporter.contact", "must be a telephone number such as 0812 3456 7890"))));
        }

        /** Leaves the person out: it belongs in no log. */
        @Override
        public String toString() {
            return "ReporterGiven[withheld]";
        }
    }

    /** Where help is needed; every part may be absent. */
    record PlaceGiven(
            @DecimalMin("-90") @DecimalMax("90") Double lat,
            @DecimalMin("-180") @DecimalMax("180") Double lon,
            @Size(max = 100) @Storable String kecamatan,
            @Size(max = 100) @Storable String desa,
            @Size(max = 500) @Storable String address) {

        Place place() {
            if ((lat == null) != (lon == null)) {
                throw Problem.invalid(
                        lat == null ? "location.lat" : "location.lon", "must be given with the other coordinate");
            }
            return new Place(
                    Optional.ofNullable(lat), Optional.ofNullable(lon), text(kecamatan), text(desa), text(address));
        }
    }

    Filing filing(PhoneNumbers numbers) {
        return new Filing(
                category,
                text.strip(),
                lifeThreat,
                Optional.ofNullable(location).map(PlaceGiven::place),
                Optional.ofNullable(reporter).map(given -> given.reporter(numbers)));
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Leaves text and person out: they belong in no log. */
    @Override
    public String toString() {
        return "ReportRequest[" + category + "]";
    }
}
