package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.DutyHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * An agency as a supervisor wants it, whole.
 *
 * @param standIn null: nobody
 * @param reason for the history, null: none
 */
record AgencyChange(
        @NotNull @Valid LabelText label,
        @NotNull @Valid Duty duty,
        @Size(max = 20) @Storable String standIn,
        @NotNull @Min(0) @Max(Short.MAX_VALUE) Integer position,
        @Size(max = 500) @Storable String reason) {

    /** Round the clock, or in these periods, on public holidays, too, or not. */
    record Duty(
            @NotNull Boolean always,
            @NotNull Boolean onHolidays,
            @NotNull @Size(max = 50) List<@NotNull @Valid Period> periods) {}

    /** Of every week, in western Indonesian time; one that does not end after it begins ends on the next day. */
    record Period(@NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {}

    Agency of(String id) {
        List<DutyHours.Period> periods = duty.periods().stream()
                .map(period -> new DutyHours.Period(period.day(), period.from(), period.to()))
                .toList();
        return new Agency(
                id,
                label.toLabel(),
                new DutyHours(duty.always(), duty.onHolidays(), periods),
                Optional.ofNullable(standIn),
                position,
                0);
    }
}
