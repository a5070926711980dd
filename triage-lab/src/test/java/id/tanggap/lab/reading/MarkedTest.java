package id.tanggap.lab.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.statistics.Interval;
import id.tanggap.triage.policy.Indicator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkedTest {
    private static final Set<Indicator> THREAT = Set.of(Indicator.FIRE, Indicator.LIFE_THREAT);
    private static final Interval NOTHING = new Interval(0, 0, 0);
    private static final Interval CUT = new Interval(0.1, 0.02, 0.2);
    private static final Interval MAYBE = new Interval(0.1, -0.02, 0.2);
    private static final Interval RAISED = new Interval(-0.1, -0.2, -0.02);

    private final List<Written> reports = List.of(
            new Written("a", "plain", THREAT, "fire threat"),
            new Written("a", "plain", THREAT, "unlisted threat"),
            new Written("b", "plain", Set.of(Indicator.FIRE), "fire"),
            new Written("b", "denied", Set.of(), "no fire"),
            new Written("b", "everyday", Set.of(), "lamp"));

    private final Marked list =
            new Marked(reports, new Reader(text -> text.contains("fire") ? Set.of(Indicator.FIRE) : Set.of()));

    private final Marked all = new Marked(reports, new Reader(text -> Set.of(Indicator.FIRE)));

    @Test
    void shares_are_of_those_that_they_concern() {
        assertEquals(0.5, list.missedShare().estimate(), 1e-9);
        assertEquals(0.5, list.falseAlarmShare().estimate(), 1e-9);
        assertEquals(2 * 2.0 / (3 + 3), list.f1(Indicator.FIRE).estimate(), 1e-9);
        assertEquals(0, list.f1(Indicator.LIFE_THREAT).estimate(), 1e-9);
    }

    @Test
    void differences_are_of_the_same_reports() {
        assertEquals(0.5, all.fewerMissedThan(list).estimate(), 1e-9);
        assertEquals(-0.5, all.fewerFalseAlarmsThan(list).estimate(), 1e-9);
        assertEquals(1, Ruling.of(list, all).lost());
        assertEquals(0, Ruling.of(all, list).lost());
    }

    @Test
    void a_place_is_earned_by_a_sure_cut_without_a_loss_or_a_sure_rise() {
        assertTrue(new Ruling(0, CUT, NOTHING).earnsItsPlace());
        assertTrue(new Ruling(0, NOTHING, CUT).earnsItsPlace());
        assertTrue(new Ruling(0, CUT, MAYBE).earnsItsPlace());
        assertFalse(new Ruling(1, CUT, CUT).earnsItsPlace());
        assertFalse(new Ruling(0, MAYBE, NOTHING).earnsItsPlace());
        assertFalse(new Ruling(0, CUT, RAISED).earnsItsPlace());
    }

    @Test
    void no_writer_and_no_text_is_in_two_parts() {
        Set<String> seen = new HashSet<>();
        for (String part : ReadingReport.PARTS) {
            List<Written> here = Written.of(part);
            List<String> marks = new ArrayList<>(
                    here.stream().map(Written::writer).distinct().toList());
            marks.addAll(here.stream().map(Written::text).toList());
            for (String mark : marks) {
                assertTrue(seen.add(mark), () -> part + ": " + mark);
            }
        }
    }
}
