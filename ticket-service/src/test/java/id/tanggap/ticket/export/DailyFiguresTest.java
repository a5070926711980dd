package id.tanggap.ticket.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.export.report.DailyFigures.Kept;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyFiguresTest {

    @Test
    void a_level_that_was_due_for_nobody_has_no_percentage() {
        assertEquals(Optional.empty(), new Kept(0, 0).percent());
        assertEquals(Optional.of(67L), new Kept(3, 2).percent());
    }
}
