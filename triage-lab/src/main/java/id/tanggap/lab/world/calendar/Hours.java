package id.tanggap.lab.world.calendar;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.centre.OpeningHours;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.chance.Mix;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** At what hour of the day, WIB, who calls. Weights by hour are judgements. */
public final class Hours {
    private static final double[] PEOPLE = {
        1, .7, .5, .5, .7, 1.2, 2, 3, 3.5, 3.6, 3.5, 3.3, 3.2, 3.2, 3.2, 3.3, 3.6, 3.6, 3.6, 3.4, 3, 2.4, 1.8, 1.4
    };
    private static final double[] AFTER_SCHOOL = {
        .1, .05, .05, .05, .1, .3, .5, .3, .4, .9, .6, .6, 1.5, 3.5, 4.5, 4, 3.5, 3, 2.5, 2.5, 1.8, .8, .4, .2
    };
    private static final double[] FREE_DAY = {
        .2, .1, .1, .1, .2, .4, .8, 1.5, 2.5, 3, 3, 2.8, 2.5, 2.5, 2.8, 3, 3, 2.8, 2.5, 2.5, 2, 1, .5, .3
    };
    private static final double[] SCHOOLYARD = {
        0, 0, 0, 0, 0, 0, .5, .2, .1, 2, .3, .3, 2, 3.5, 3, 1.5, .5, .1, 0, 0, 0, 0, 0, 0
    };
    private static final double[] EVENING = {
        1.2, .7, .4, .2, .2, .2, .3, .4, .5, .7, .8, .9, 1, 1, 1.2, 1.5, 2, 2.2, 2.6, 3.6, 4.2, 3.8, 3, 2
    };
    /** Before dawn for sahur and after the evening prayer. */
    private static final double[] RAMADAN_YOUTH = {
        1, .7, 1.2, 2, 1.5, 1.2, .8, .5, .5, .7, .8, .9, 1, 1.1, 1.3, 1.8, 2.2, 1, .8, 2.6, 3.6, 3.4, 2.4, 1.5
    };

    private static final double[] OFFICE = {
        .2, .1, .1, .1, .2, .5, 1.5, 3, 4.5, 4.8, 4.5, 4, 3.5, 3.5, 3.5, 3.2, 2.8, 2.2, 1.8, 1.5, 1, .7, .5, .3
    };

    private Hours() {}

    /** The hour of a call; only open hours if it is to be answered. */
    public static int draw(Habit habit, Optional<Need> need, LocalDate day, OpeningHours answered, Dice dice) {
        double[] weights = weights(habit, need, day).clone();
        for (int hour = 0; hour < weights.length; hour++) {
            if (!answered.open(hour)) {
                weights[hour] = 0;
            }
        }
        boolean never = Arrays.stream(weights).sum() == 0;
        return Mix.ofHours(never ? PEOPLE : weights).draw(dice);
    }

    private static double[] weights(Habit habit, Optional<Need> need, LocalDate day) {
        return switch (habit) {
            case BORED_CHILD -> child(day);
            case SCHOOLYARD -> SCHOOLYARD;
            case TEENAGER, STORYTELLER, EXHAUST -> Days.ramadan(day) ? RAMADAN_YOUTH : EVENING;
            case SILENT_DIALLER -> Days.school(day) ? AFTER_SCHOOL : FREE_DAY;
            case INFORMATION_SEEKER, TESTER, RESIDENT -> OFFICE;
            case POCKET, CALM, PANICKED, FREQUENT, SPEECHLESS -> atNight(need) ? EVENING : PEOPLE;
        };
    }

    private static double[] child(LocalDate day) {
        if (Days.ramadan(day)) {
            return RAMADAN_YOUTH;
        }
        return Days.school(day) ? AFTER_SCHOOL : FREE_DAY;
    }

    private static boolean atNight(Optional<Need> need) {
        return need.filter(n -> n == Need.DOMESTIC_VIOLENCE || n == Need.PUBLIC_ORDER || n == Need.CRIME)
                .isPresent();
    }
}
