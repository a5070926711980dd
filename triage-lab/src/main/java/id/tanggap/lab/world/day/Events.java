package id.tanggap.lab.world.day;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.caller.Handset;
import id.tanggap.lab.world.caller.Handsets;
import id.tanggap.lab.world.centre.Kecamatan;
import id.tanggap.lab.world.chance.Dice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What happens and makes one or many people call: an accident, a flood, a break in a schoolyard. */
final class Events {
    static final List<Need> OF_RAIN = List.of(Need.FLOOD, Need.WIND, Need.LANDSLIDE, Need.FALLEN_TREE);

    /** Judgement: what rain's calls are about. */
    private static final Map<Need, Double> RAIN_SHARE =
            Map.of(Need.FLOOD, 0.35, Need.WIND, 0.15, Need.LANDSLIDE, 0.05, Need.FALLEN_TREE, 0.45);

    /** Judgement: those who call for themselves again and again are so many of the medical calls. */
    private static final double FREQUENT = 0.2;

    /** Judgements: handsets in one schoolyard beyond the first two, and schools in a kecamatan. */
    private static final double MORE_PUPILS = 1.5;

    private static final int SCHOOLS = 4;

    private final Handsets handsets;
    private final Line line;
    private final List<Kecamatan> area;
    private final Dice dice;
    private int incidents;

    Events(Handsets handsets, Line line, List<Kecamatan> area, Dice dice) {
        this.handsets = handsets;
        this.line = line;
        this.area = area;
        this.dice = dice;
    }

    /** Mean number of answered calls about one such event. */
    static double callsOf(Need need) {
        return (1 + need.otherCallers()) * (1 + Habit.CALM.callsAgain());
    }

    static double callsOfSchoolyard() {
        return (2 + MORE_PUPILS) * (1 + Habit.SCHOOLYARD.callsAgain());
    }

    static double shareOfRain(Need need) {
        return RAIN_SHARE.get(need);
    }

    /** One event and everyone who calls about it, the first at the time that the habit has it. */
    void happens(Need need, Function<Habit, Instant> when) {
        int incident = ++incidents;
        boolean lifeThreat = dice.chance(need.lifeThreat());
        Habit first = habit(need);
        boolean aged = first == Habit.FREQUENT;
        Kecamatan where = dice.pick(area);
        Handset caller = aged || dice.chance(0.5) ? handsets.next(first) : handsets.near(first, where);
        Kecamatan here = aged ? caller.home() : where;
        Place place = here.somewhere(dice);
        Instant begun = when.apply(first);
        line.calls(first, Optional.of(need), lifeThreat, incident, caller, place, begun);
        for (int others = dice.geometric(need.otherCallers()); others > 0; others--) {
            Habit habit = dice.chance(need.panic()) ? Habit.PANICKED : need.household() ? Habit.RESIDENT : Habit.CALM;
            line.calls(
                    habit,
                    Optional.of(need),
                    lifeThreat,
                    incident,
                    handsets.near(habit, here),
                    here.near(place, OF_RAIN.contains(need) ? 1.5 : 0.4, dice),
                    begun.plusMillis((long) (1000 * dice.exponential(OF_RAIN.contains(need) ? 2_400 : 420))));
        }
    }

    /** Handsets of one school within some twenty minutes. */
    void schoolyard(Instant begun) {
        Kecamatan where = dice.pick(area);
        int school = dice.below(SCHOOLS);
        Place place = school(where, school);
        for (int pupils = 2 + dice.geometric(MORE_PUPILS); pupils > 0; pupils--) {
            line.calls(
                    Habit.SCHOOLYARD,
                    Optional.empty(),
                    false,
                    0,
                    handsets.ofSchool(where.name() + school, where),
                    where.near(place, 0.1, dice),
                    begun.plusSeconds(dice.below(1_200)));
        }
    }

    private Habit habit(Need need) {
        if (need.household()) {
            return Habit.RESIDENT;
        }
        if ((need == Need.MEDICAL || need == Need.AMBULANCE) && dice.chance(FREQUENT)) {
            return Habit.FREQUENT;
        }
        return dice.chance(need.panic()) ? Habit.PANICKED : Habit.CALM;
    }

    /** Schools stay where they are. */
    private static Place school(Kecamatan where, int school) {
        double angle = Math.PI / 2 * school + where.name().length();
        double far = 0.6 * where.radiusKm();
        return new Place(where.name(), where.lat(), where.lon()).moved(far * Math.cos(angle), far * Math.sin(angle));
    }
}
