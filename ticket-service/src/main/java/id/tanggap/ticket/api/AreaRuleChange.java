package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.AreaRule;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/**
 * An area rule as a supervisor wants it, whole.
 *
 * @param category null: for every one
 * @param reason for the history, null: none
 */
record AreaRuleChange(
        @Size(max = 40) @Storable String category,
        @NotNull @Size(max = 13) @Storable String area,
        @NotNull Role role,
        @NotNull @Size(max = 20) @Storable String agency,
        @NotNull Boolean reporterNeeded,
        @Size(max = 500) @Storable String reason) {

    AreaRule of(UUID id) {
        return new AreaRule(id, Optional.ofNullable(category), area, role, agency, reporterNeeded, 0);
    }
}
