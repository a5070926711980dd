package id.tanggap.lab.world.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.centre.OpeningHours;
import id.tanggap.lab.world.chance.Dice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    @Test
    void days_are_what_they_were() {
        assertTrue(Days.school(LocalDate.of(2025, 5, 20)));
        assertFalse(Days.school(LocalDate.of(2025, 5, 24)));
        assertFalse(Days.school(LocalDate.of(2025, 7, 1)));
        assertFalse(Days.school(LocalDate.of(2025, 4, 1)));
        assertTrue(Days.ramadan(LocalDate.of(2025, 3, 15)));
        assertFalse(Days.ramadan(LocalDate.of(2025, 4, 1)));
    }

    @Test
    void factors_average_one_over_a_year_so_that_shares_hold() {
        for (Habit habit : Habit.values()) {
            assertEquals(1, yearly(day -> Volume.factor(habit, day)), 0.05, habit.name());
        }
        assertEquals(1, yearly(day -> Volume.factor(Need.PUBLIC_ORDER, day)), 0.02);
        Dice dice = new Dice(3);
        double rain = 0;
        for (int year = 0; year < 40; year++) {
            rain += yearly(day -> Rain.of(day, dice)) / 40;
        }
        assertEquals(Rain.mean(), rain, 0.02);
    }

    @Test
    void children_call_after_school_and_in_ramadan_at_night() {
        assertTrue(share(Habit.BORED_CHILD, LocalDate.of(2025, 5, 20), 12, 20) > 0.6);
        assertTrue(share(Habit.BORED_CHILD, LocalDate.of(2025, 3, 12), 19, 24) > 0.3);
        assertEquals(0, share(Habit.SCHOOLYARD, LocalDate.of(2025, 5, 20), 18, 24));
    }

    @Test
    void answered_calls_fall_into_opening_hours() {
        Dice dice = new Dice(1);
        for (int i = 0; i < 2_000; i++) {
            int hour = Hours.draw(Habit.EXHAUST, Optional.empty(), NEW_YEAR, new OpeningHours(7, 21), dice);
            assertTrue(hour >= 7 && hour < 21);
        }
    }

    private static double share(Habit habit, LocalDate day, int from, int until) {
        Dice dice = new Dice(2);
        int in = 0;
        for (int i = 0; i < 4_000; i++) {
            int hour = Hours.draw(habit, Optional.empty(), day, OpeningHours.ALWAYS, dice);
            in += hour >= from && hour < until ? 1 : 0;
        }
        return in / 4_000.0;
    }

    private static double yearly(ToDoubleFunction<LocalDate> factor) {
        return NEW_YEAR.datesUntil(NEW_YEAR.plusYears(1))
                .mapToDouble(factor)
                .average()
                .orElseThrow();
    }
}
