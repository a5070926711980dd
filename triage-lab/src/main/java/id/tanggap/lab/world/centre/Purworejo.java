package id.tanggap.lab.world.centre;

import static java.util.Map.entry;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.sound.Manners;
import java.time.LocalDate;
import java.util.Map;

/**
 * A small centre where almost nothing is real: three calls a day, one in a hundred of them an emergency.
 */
final class Purworejo {
    /** From the launch in 2022 to the report of 26 July 2024; the launch's day is not told. */
    private static final double CALLS = 2_802;

    private static final double DAYS = 930;

    static final CentreProfile PROFILE = new CentreProfile(
            "purworejo",
            "Dinkominfostasandi Purworejo, 26 July 2024: 2,802 calls = 1,147 prank, 1,170 ghost, 455 information, 30 real;"
                    + " a silent caller's number is blocked for 24 h",
            LocalDate.of(2022, 1, 1),
            CALLS / DAYS,
            Map.of(
                    Kind.PRANK, 1_147 / CALLS,
                    Kind.GHOST, 1_170 / CALLS,
                    Kind.INFORMATION, 455 / CALLS,
                    Kind.GENUINE, 30 / CALLS),
            // Judgement.
            0.15,
            Novelty.GONE,
            OpeningHours.ALWAYS,
            // Told of: children who ask for money, callers who ask how to enter a power token. Judgement: the weights.
            Map.of(
                    Habit.SILENT_DIALLER, 0.6,
                    Habit.POCKET, 0.4,
                    Habit.BORED_CHILD, 0.55,
                    Habit.SCHOOLYARD, 0.15,
                    Habit.TEENAGER, 0.20,
                    Habit.STORYTELLER, 0.02,
                    Habit.EXHAUST, 0.08),
            // Judgement: a rural regency.
            Map.ofEntries(
                    entry(Need.MEDICAL, 0.15),
                    entry(Need.AMBULANCE, 0.15),
                    entry(Need.TRAFFIC_ACCIDENT, 0.22),
                    entry(Need.FIRE, 0.14),
                    entry(Need.ANIMAL, 0.12),
                    entry(Need.CRIME, 0.05),
                    entry(Need.DOMESTIC_VIOLENCE, 0.03),
                    entry(Need.ELECTRICITY_DANGER, 0.04),
                    entry(Need.ODGJ, 0.05),
                    entry(Need.ROAD_DAMAGE, 0.05)),
            // Blocked numbers return less.
            new CallerMix(0.12, 0.03, 0.18, 0.08),
            new Manners(1.3, 0.8, 1.1, 25, 0.05, 0.08),
            new OperatorSkill(0.90, 0.93, 0.45, 0.97));

    private Purworejo() {}
}
