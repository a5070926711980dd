package id.tanggap.lab.world;

import static id.tanggap.lab.world.Kind.GENUINE;
import static id.tanggap.lab.world.Kind.GHOST;
import static id.tanggap.lab.world.Kind.INFORMATION;
import static id.tanggap.lab.world.Kind.PRANK;
import static id.tanggap.lab.world.Kind.TEST;

/**
 * Who calls and how. Bursts are judgements: most pranksters of a week try once or twice (North Sumatra's police line, May
 * 2021: of 39,840 numbers that played pranks in its first week 1,012 did so three times).
 */
public enum Habit {
    /** Giggles, asks for money, calls again. */
    BORED_CHILD(PRANK, 0.7),
    /** Several handsets of one schoolyard within half an hour. */
    SCHOOLYARD(PRANK, 0.3),
    /** Bad language and jokes in a clear voice. */
    TEENAGER(PRANK, 0.4),
    /** Tells of an emergency that there is not, as well as one who tells of one that there is. */
    STORYTELLER(PRANK, 0.1),
    EXHAUST(PRANK, 0.6),
    SILENT_DIALLER(GHOST, 0.5),
    POCKET(GHOST, 0.25),
    INFORMATION_SEEKER(INFORMATION, 0.1),
    TESTER(TEST, 0.1),
    /** A resident with water, power or road trouble; in no hurry. */
    RESIDENT(GENUINE, 0.1),
    /** Tells calmly of an emergency. */
    CALM(GENUINE, 0.1),
    /** Short of breath, shouting, crying. */
    PANICKED(GENUINE, 0.1),
    /** Elderly or chronically ill: the same need again and again, each time real. */
    FREQUENT(GENUINE, 0.1),
    /** Cannot speak: a stroke, a choking, an attacker in the room. */
    SPEECHLESS(GENUINE, 0.1);

    private final Kind kind;
    private final double callsAgain;

    Habit(Kind kind, double callsAgain) {
        this.kind = kind;
        this.callsAgain = callsAgain;
    }

    public Kind kind() {
        return kind;
    }

    /** Mean number of further calls within the same hour. */
    public double callsAgain() {
        return callsAgain;
    }
}
