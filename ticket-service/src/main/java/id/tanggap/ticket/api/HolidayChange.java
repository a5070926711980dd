package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.category.policy.Holiday;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A public holiday as a supervisor wants it, whole.
 *
 * @param reason for the history, null: none
 */
record HolidayChange(
        @NotNull @Valid LabelText label, @NotNull Holiday.Kind kind, @Size(max = 500) @Storable String reason) {

    Holiday of(LocalDate day) {
        return new Holiday(day, label.toLabel(), kind, 0);
    }
}
