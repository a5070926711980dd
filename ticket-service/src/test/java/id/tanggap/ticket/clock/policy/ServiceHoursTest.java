package id.tanggap.ticket.clock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHoursTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-05-20T06:59:59+07:00, false",
        "2026-05-20T07:00:00+07:00, true",
        "2026-05-20T20:59:59+07:00, true",
        "2026-05-20T21:00:00+07:00, false",
        // A quarter past midnight in London is morning in Jepara.
        "2026-05-20T00:15:00Z, true"
    })
    void are_those_of_jepara(Instant moment, boolean staffed) {
        assertEquals(staffed, new ServiceHours(LocalTime.of(7, 0), LocalTime.of(21, 0)).hold(moment));
    }

    @Test
    void end_after_they_begin() {
        assertThrows(IllegalArgumentException.class, () -> new ServiceHours(LocalTime.of(21, 0), LocalTime.of(7, 0)));
    }
}
