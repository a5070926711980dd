package id.tanggap.ticket.category.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyHoursTest {

    @ParameterizedTest(name = "{0} in WIB, office: {1}")
    @CsvSource({
        "2025-05-20T07:29:59+07:00, false",
        "2025-05-20T07:30:00+07:00, true",
        "2025-05-20T15:59:59+07:00, true",
        "2025-05-20T16:00:00+07:00, false",
        // Saturday.
        "2025-05-24T10:00:00+07:00, false",
        // Monday in Jepara, still Sunday in UTC.
        "2025-05-26T00:45:00Z, true"
    })
    void office_hours_are_those_of_jepara(Instant moment, boolean onDuty) {
        assertEquals(onDuty, Examples.office().holds(moment, day -> false));
    }

    @ParameterizedTest(name = "{0}, from Friday 22:00 to 06:00: {1}")
    @CsvSource({
        "2025-05-23T21:59:59+07:00, false",
        "2025-05-23T22:00:00+07:00, true",
        "2025-05-24T05:59:59+07:00, true",
        "2025-05-24T06:00:00+07:00, false",
        "2025-05-23T03:00:00+07:00, false",
        "2025-05-24T22:30:00+07:00, false"
    })
    void a_night_ends_on_the_next_day(Instant moment, boolean onDuty) {
        var night = new DutyHours(
                false, true, List.of(new DutyHours.Period(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))));

        assertEquals(onDuty, night.holds(moment, day -> false));
    }

    @Test
    void midnight_to_midnight_is_a_whole_day() {
        var sunday = new DutyHours(
                false, true, List.of(new DutyHours.Period(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

        assertTrue(sunday.holds(Instant.parse("2025-05-25T23:59:00+07:00"), day -> false));
        assertTrue(!sunday.holds(Instant.parse("2025-05-26T00:00:00+07:00"), day -> false));
    }

    @ParameterizedTest(name = "{0}, the 20th being a holiday, open on holidays: {1}, on duty: {2}")
    @CsvSource({
        "2025-05-20T10:00:00+07:00, false, false",
        "2025-05-20T10:00:00+07:00, true, true",
        "2025-05-21T10:00:00+07:00, false, true",
        // A night that began before the holiday is worked to its end, and none begins on it.
        "2025-05-20T05:00:00+07:00, false, true",
        "2025-05-20T23:00:00+07:00, false, false",
        "2025-05-21T05:00:00+07:00, false, false"
    })
    void an_office_is_closed_on_a_holiday(Instant moment, boolean onHolidays, boolean onDuty) {
        var hours = new DutyHours(
                false,
                onHolidays,
                Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)
                        .flatMap(day -> Stream.of(
                                new DutyHours.Period(day, LocalTime.of(7, 30), LocalTime.of(16, 0)),
                                new DutyHours.Period(day, LocalTime.of(22, 0), LocalTime.of(6, 0))))
                        .toList());

        assertEquals(onDuty, hours.holds(moment, LocalDate.of(2025, 5, 20)::equals));
    }

    @Test
    void the_catalogue_knows_which_days_are_holidays() {
        Catalogue catalogue = Examples.catalogue();
        Agency office = catalogue.agency("pdam").orElseThrow();
        Instant tenOnTheHoliday = Instant.parse("2025-05-13T10:00:00+07:00");

        assertFalse(catalogue.onDuty(office, tenOnTheHoliday));
        assertTrue(catalogue.onDuty(office, tenOnTheHoliday.plus(Duration.ofDays(1))));
        assertTrue(catalogue.onDuty(catalogue.agency("damkar").orElseThrow(), tenOnTheHoliday));
    }
}
