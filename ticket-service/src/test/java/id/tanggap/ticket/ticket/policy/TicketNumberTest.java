package id.tanggap.ticket.ticket.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TicketNumberTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);

    @Test
    void reads_as_people_say_it() {
        assertEquals("JPR-20250520-0007", new TicketNumber("JPR", DAY, 7).toString());
        assertEquals("JPR-20250520-10000", new TicketNumber("JPR", DAY, 10_000).toString());
    }

    @Test
    void the_day_begins_at_midnight_in_java() {
        assertEquals(DAY, TicketNumber.dayOf(Instant.parse("2025-05-19T17:00:00Z")));
        assertEquals(DAY.minusDays(1), TicketNumber.dayOf(Instant.parse("2025-05-19T16:59:59.999Z")));
    }

    @Test
    void numbers_start_at_one() {
        assertThrows(IllegalArgumentException.class, () -> new TicketNumber("JPR", DAY, 0));
    }
}
