package id.tanggap.lab.world.calendar;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import java.time.LocalDate;

/** On which days a habit or need is more common than on average; each averages about 1 over a year. Judgements. */
public final class Volume {
    /** About 230 days of school in a year. */
    private static final double SCHOOL_DAYS = 230.0 / 365;

    private static final double WEEKEND = 1.6;
    private static final double OTHER_DAYS = (7 - 2 * WEEKEND) / 5;
    private static final double RAMADAN = 2;
    private static final double OTHER_MONTHS = (365 - 30 * RAMADAN) / 335;

    private Volume() {}

    public static double factor(Habit habit, LocalDate day) {
        return switch (habit) {
            case SCHOOLYARD -> Days.school(day) ? 1 / SCHOOL_DAYS : 0;
            case EXHAUST -> Days.weekend(day) ? WEEKEND : OTHER_DAYS;
            default -> 1;
        };
    }

    /** Semarang's operators tell of brawls and street races in Ramadan nights (Radar Semarang, 20 April 2021). */
    public static double factor(Need need, LocalDate day) {
        if (need != Need.PUBLIC_ORDER) {
            return 1;
        }
        return Days.ramadan(day) ? RAMADAN : OTHER_MONTHS;
    }
}
