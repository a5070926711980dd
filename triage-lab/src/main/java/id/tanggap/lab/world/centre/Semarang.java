package id.tanggap.lab.world.centre;

import static java.util.Map.entry;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.sound.Manners;
import java.time.LocalDate;
import java.util.Map;

/** A city whose line is seven years old: nearly half of the calls are emergencies. */
final class Semarang {
    private static final double CALLS = 22_021;

    /** 1 January to 24 September 2025, the day of the report. */
    private static final double DAYS = 267;

    /** Pranks and silent calls are told as one figure; a half each is a judgement. */
    private static final double HOAXES = 8_496;

    static final CentreProfile PROFILE = new CentreProfile(
            "semarang",
            "Diskominfo Kota Semarang, 24 September 2025: 22,021 calls = 9,576 emergencies, 3,949 information, 8,496 prank and"
                    + " ghost, most by young people: lies and bad language; operating since 2 May 2018, day and night",
            LocalDate.of(2018, 5, 2),
            CALLS / DAYS,
            Map.of(
                    Kind.GENUINE, 9_576 / CALLS,
                    Kind.INFORMATION, 3_949 / CALLS,
                    Kind.GHOST, 0.5 * HOAXES / CALLS,
                    Kind.PRANK, 0.5 * HOAXES / CALLS),
            // Judgement: between Jepara's three operators and Jakarta's 58%.
            0.25,
            Novelty.GONE,
            OpeningHours.ALWAYS,
            Map.of(
                    Habit.SILENT_DIALLER, 0.5,
                    Habit.POCKET, 0.5,
                    Habit.BORED_CHILD, 0.22,
                    Habit.SCHOOLYARD, 0.16,
                    Habit.TEENAGER, 0.40,
                    Habit.STORYTELLER, 0.14,
                    Habit.EXHAUST, 0.08),
            // Judgement, with the city's tidal floods.
            Map.ofEntries(
                    entry(Need.AMBULANCE, 0.24),
                    entry(Need.MEDICAL, 0.12),
                    entry(Need.CHILDBIRTH, 0.01),
                    entry(Need.TRAFFIC_ACCIDENT, 0.16),
                    entry(Need.FIRE, 0.08),
                    entry(Need.ANIMAL, 0.12),
                    entry(Need.CRIME, 0.04),
                    entry(Need.DOMESTIC_VIOLENCE, 0.02),
                    entry(Need.CHILD_DANGER, 0.01),
                    entry(Need.PUBLIC_ORDER, 0.07),
                    entry(Need.ODGJ, 0.04),
                    entry(Need.HOMELESS, 0.03),
                    entry(Need.ELECTRICITY_DANGER, 0.03),
                    entry(Need.RESCUE, 0.02),
                    entry(Need.MISSING_PERSON, 0.01)),
            new CallerMix(0.05, 0.08, 0.35, 0.05),
            new Manners(0.9, 1.25, 0.9, 14, 0.03, 0.04),
            new OperatorSkill(0.95, 0.88, 0.65, 0.93));

    private Semarang() {}
}
