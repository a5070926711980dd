package id.tanggap.notification.roster.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTimeTest {

    @Test
    void a_plan_is_in_western_indonesian_time() {
        DutyTime night =
                DutyTime.inWib(LocalDateTime.parse("2026-02-28T21:00"), LocalDateTime.parse("2026-03-01T07:00"));

        assertEquals(new DutyTime(Instant.parse("2026-02-28T14:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")), night);
        assertEquals(LocalDateTime.parse("2026-03-01T07:00"), DutyTime.local(night.to()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T07:00, 2026-03-01T07:00",
        "2026-03-01T07:00, 2026-03-01T06:59",
        "2026-03-01T07:00, 2026-03-03T07:01",
        "2026-03-01T07:00, 2027-03-01T07:00",
    })
    void what_is_a_slip_of_the_pen_is_refused(LocalDateTime from, LocalDateTime to) {
        assertThrows(IllegalArgumentException.class, () -> DutyTime.inWib(from, to));
    }

    @Test
    void two_days_are_the_most() {
        DutyTime.inWib(LocalDateTime.parse("2026-03-01T07:00"), LocalDateTime.parse("2026-03-03T07:00"));
    }
}
