package id.tanggap.lab.world.centre;

import static java.util.Map.entry;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.sound.Manners;
import java.time.LocalDate;
import java.util.Map;

/** The capital at a quarter of its volume, which is still some 160,000 calls a year. */
final class Jakarta {
    private static final double CALLS = 637_292;
    private static final double DROPPED = 370_817;
    private static final double ANSWERED = CALLS - DROPPED;
    private static final double PRANKS = 144_863;
    private static final double NOT_URGENT = 110_788;
    private static final double EMERGENCIES = 6_317;

    /** What the report leaves out: silent calls and trials, presumably. */
    private static final double UNTOLD = ANSWERED - PRANKS - NOT_URGENT - EMERGENCIES;

    private static final double SCALE = 0.25;
    private static final double DAYS = 366;

    static final CentreProfile PROFILE = new CentreProfile(
            "jakarta",
            "BPBD DKI Jakarta for 2024: 637,292 calls, 370,817 dropped before an operator, 144,863 prank (most by children,"
                    + " some not yet at school), 110,788 not urgent, 6,317 emergencies; SIM-less telephones can call",
            // Judgement: long before 2024, so that no novelty is left.
            LocalDate.of(2016, 1, 1),
            SCALE * ANSWERED / DAYS,
            Map.of(
                    Kind.GENUINE, EMERGENCIES / ANSWERED,
                    Kind.INFORMATION, NOT_URGENT / ANSWERED,
                    // Judgement: a third of the "pranks" are silent.
                    Kind.GHOST, (PRANKS / 3 + UNTOLD / 2) / ANSWERED,
                    Kind.PRANK, PRANKS * 2 / 3 / ANSWERED,
                    Kind.TEST, UNTOLD / 2 / ANSWERED),
            DROPPED / CALLS,
            Novelty.GONE,
            OpeningHours.ALWAYS,
            Map.of(
                    Habit.SILENT_DIALLER, 0.55,
                    Habit.POCKET, 0.45,
                    Habit.BORED_CHILD, 0.66,
                    Habit.SCHOOLYARD, 0.12,
                    Habit.TEENAGER, 0.16,
                    Habit.STORYTELLER, 0.03,
                    Habit.EXHAUST, 0.03),
            // Ambulance 2,607, accident 736, fire 735, animals 634, conflict 446 of 6,317. Judgement: the split of the
            // rest.
            Map.ofEntries(
                    entry(Need.AMBULANCE, 1_700.0),
                    entry(Need.MEDICAL, 907.0),
                    entry(Need.TRAFFIC_ACCIDENT, 736.0),
                    entry(Need.FIRE, 735.0),
                    entry(Need.ANIMAL, 634.0),
                    entry(Need.PUBLIC_ORDER, 446.0),
                    entry(Need.CRIME, 250.0),
                    entry(Need.DOMESTIC_VIOLENCE, 120.0),
                    entry(Need.CHILD_DANGER, 60.0),
                    entry(Need.ODGJ, 250.0),
                    entry(Need.HOMELESS, 180.0),
                    entry(Need.RESCUE, 120.0),
                    entry(Need.ELECTRICITY_DANGER, 179.0)),
            new CallerMix(0.15, 0.04, 0.50, 0.05),
            new Manners(0.8, 1.5, 0.85, 11, 0.02, 0.06),
            new OperatorSkill(0.94, 0.92, 0.50, 0.90));

    private Jakarta() {}
}
