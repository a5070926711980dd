package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.ServiceLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A category as a supervisor wants it, whole. What is left out by mistake is refused and not taken for false or 0.
 *
 * @param parent null at the top
 * @param serviceLevel empty: no time is set
 * @param reason for the history, null: none
 */
record CategoryChange(
        @Size(max = 40) @Storable String parent,
        @NotNull @Valid LabelText label,
        @NotNull @Min(0) @Max(10) Integer priority,
        @NotNull Boolean emergency,
        @NotNull Boolean atSea,
        @NotNull @Valid Times serviceLevel,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid PartText> agencies,
        @NotNull Boolean active,
        @NotNull @Min(0) @Max(Short.MAX_VALUE) Integer position,
        @Size(max = 500) @Storable String reason) {

    /** Durations of ISO 8601, such as PT15M; null: no time is set for that step. */
    record Times(Duration accept, Duration enRoute, Duration onScene, Duration close) {

        private ServiceLevel toServiceLevel() {
            return new ServiceLevel(
                    Optional.ofNullable(accept),
                    Optional.ofNullable(enRoute),
                    Optional.ofNullable(onScene),
                    Optional.ofNullable(close));
        }
    }

    /** One agency's part. */
    record PartText(
            @NotNull @Size(max = 20) @Storable String agency, @NotNull Role role, @NotNull Boolean reporterNeeded) {}

    Category of(String code) {
        return new Category(
                code,
                Optional.ofNullable(parent),
                label.toLabel(),
                priority,
                emergency,
                atSea,
                serviceLevel.toServiceLevel(),
                agencies.stream()
                        .map(part -> new Category.Part(part.agency(), part.role(), part.reporterNeeded()))
                        .toList(),
                active,
                position,
                0);
    }
}
