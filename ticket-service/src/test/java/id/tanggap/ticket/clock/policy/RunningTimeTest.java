package id.tanggap.ticket.clock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.category.policy.DutyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningTimeTest {

    /** Wednesday, 27 May 2026: Eid al-Adha, and the day of leave after it. */
    private static final Predicate<LocalDate> HOLIDAYS =
            List.of(LocalDate.of(2026, 5, 27), LocalDate.of(2026, 5, 28))::contains;

    private static final DutyHours OFFICE = new DutyHours(
            false,
            false,
            Arrays.stream(DayOfWeek.values())
                    .limit(5)
                    .map(day -> new DutyHours.Period(day, LocalTime.of(7, 30), LocalTime.of(16, 0)))
                    .toList());

    @ParameterizedTest(name = "an office''s clock from {0} has run {1} at {2}")
    @CsvSource({
        "2026-05-20T08:00:00+07:00, PT1H, 2026-05-20T09:00:00+07:00",
        // Before opening it stands.
        "2026-05-20T03:00:00+07:00, PT1H, 2026-05-20T08:30:00+07:00",
        // To the very end of the day.
        "2026-05-20T15:00:00+07:00, PT1H, 2026-05-20T16:00:00+07:00",
        "2026-05-20T15:00:00+07:00, PT1H1S, 2026-05-21T07:30:01+07:00",
        // Over a weekend.
        "2026-05-22T15:30:00+07:00, PT1H, 2026-05-25T08:00:00+07:00",
        // Over two holidays.
        "2026-05-26T15:30:00+07:00, PT1H, 2026-05-29T08:00:00+07:00",
        "2026-05-27T10:00:00+07:00, PT10M, 2026-05-29T07:40:00+07:00",
        // Two days and a half of eight and a half hours each.
        "2026-05-18T07:30:00+07:00, PT21H15M, 2026-05-20T11:45:00+07:00"
    })
    void it_stands_still_while_the_office_is_closed(Instant from, Duration time, Instant expected) {
        assertEquals(Optional.of(expected), RunningTime.onDuty(OFFICE, HOLIDAYS).after(from, time));
    }

    @Test
    void a_night_runs_on_into_the_next_day_and_what_overlaps_counts_once() {
        var nights = new DutyHours(
                false,
                true,
                List.of(
                        new DutyHours.Period(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0)),
                        new DutyHours.Period(DayOfWeek.SATURDAY, LocalTime.of(5, 0), LocalTime.of(7, 0))));

        assertEquals(
                Optional.of(Instant.parse("2026-05-23T06:30:00+07:00")),
                RunningTime.onDuty(nights, HOLIDAYS)
                        .after(Instant.parse("2026-05-23T04:00:00+07:00"), Duration.ofMinutes(150)));
    }

    @Test
    void who_is_always_on_duty_has_a_clock_that_never_stands() {
        Instant night = Instant.parse("2026-05-27T02:00:00+07:00");

        assertEquals(
                Optional.of(night.plusSeconds(60)),
                RunningTime.onDuty(DutyHours.ALWAYS, HOLIDAYS).after(night, Duration.ofMinutes(1)));
    }

    @Test
    void who_never_is_on_duty_is_never_late() {
        assertEquals(
                Optional.empty(),
                RunningTime.onDuty(OFFICE, day -> true)
                        .after(Instant.parse("2026-05-20T03:00:00Z"), Duration.ofHours(1)));
    }
}
