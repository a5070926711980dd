package id.tanggap.lab.world.day;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.calendar.Hours;
import id.tanggap.lab.world.calendar.Rain;
import id.tanggap.lab.world.caller.Handset;
import id.tanggap.lab.world.caller.Handsets;
import id.tanggap.lab.world.centre.CentreProfile;
import id.tanggap.lab.world.centre.Kecamatan;
import id.tanggap.lab.world.centre.OpeningHours;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.chance.Mix;
import id.tanggap.lab.world.sound.Voices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings about the calls of one day after the other; who called stays known to the next day. */
public final class Day {
    private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    /** Judgement: who cannot speak, and why. */
    private static final Mix<Need> SPEECHLESS =
            Mix.of(Map.of(Need.DOMESTIC_VIOLENCE, 0.4, Need.MEDICAL, 0.35, Need.CRIME, 0.15, Need.CHILD_DANGER, 0.1));

    private static final double SPEECHLESS_LIFE_THREAT = 0.8;

    private final CentreProfile centre;
    private final List<Kecamatan> area;
    private final Rates rates;
    private final Handsets handsets;
    private final Line line;
    private final Events events;
    private final Dice dice;

    public Day(CentreProfile centre, double scale, Dice dice) {
        this.centre = centre;
        this.area = centre.area();
        this.rates = new Rates(centre, scale);
        this.handsets = new Handsets(centre.callers(), area, dice.split());
        this.line = new Line(new Voices(centre.manners(), dice.split()), rates::dropped, dice.split());
        this.events = new Events(handsets, line, area, dice.split());
        this.dice = dice;
    }

    /** The calls that this day brings about, in no order; the last may spill over midnight. */
    public List<Draft> calls(LocalDate day) {
        for (Habit habit : Habit.values()) {
            if (habit == Habit.SCHOOLYARD) {
                schoolyards(day);
            } else {
                callers(habit, day);
            }
        }
        for (Need need : centre.needs().keySet().stream().sorted().toList()) {
            for (int i = dice.poisson(rates.of(need, day) / Events.callsOf(need)); i > 0; i--) {
                events.happens(need, habit -> at(day, Hours.draw(habit, Optional.of(need), day, centre.hours(), dice)));
            }
        }
        rain(day);
        List<Draft> drafts = new ArrayList<>();
        line.take().forEach(draft -> drafts.add(staffed(draft) ? draft : draft.inVain(3 * draft.ringMs())));
        line.takeAlone().forEach(draft -> drafts.add(alone(draft, day)));
        return drafts;
    }

    private void callers(Habit habit, LocalDate day) {
        for (int i = dice.poisson(rates.of(habit, day) / (1 + habit.callsAgain())); i > 0; i--) {
            boolean speechless = habit == Habit.SPEECHLESS;
            Optional<Need> need = speechless ? Optional.of(SPEECHLESS.draw(dice)) : pretended(habit);
            Handset handset = handsets.next(habit);
            line.calls(
                    habit,
                    need,
                    speechless && dice.chance(SPEECHLESS_LIFE_THREAT),
                    0,
                    handset,
                    handset.home().somewhere(dice),
                    at(day, Hours.draw(habit, need, day, centre.hours(), dice)));
        }
    }

    /** A storyteller's emergency sounds like one. */
    private Optional<Need> pretended(Habit habit) {
        return habit == Habit.STORYTELLER
                ? Optional.of(dice.pick(List.of(
                        Need.FIRE, Need.TRAFFIC_ACCIDENT, Need.AMBULANCE, Need.MEDICAL, Need.CRIME, Need.ANIMAL)))
                : Optional.empty();
    }

    private void schoolyards(LocalDate day) {
        double calls = rates.of(Habit.SCHOOLYARD, day);
        for (int i = dice.poisson(calls / Events.callsOfSchoolyard()); i > 0; i--) {
            events.schoolyard(at(day, Hours.draw(Habit.SCHOOLYARD, Optional.empty(), day, centre.hours(), dice)));
        }
    }

    private void rain(LocalDate day) {
        double rain = Rain.of(day, dice);
        if (rain > 0) {
            int hour = Hours.draw(Habit.CALM, Optional.empty(), day, centre.hours(), dice);
            for (Need need : Events.OF_RAIN) {
                double calls = rates.ofRain(rain, day) * Events.shareOfRain(need);
                for (int i = dice.poisson(calls / Events.callsOf(need)); i > 0; i--) {
                    Instant from = at(day, hour).plusSeconds(dice.below(5_400));
                    events.happens(need, habit -> from);
                }
            }
        }
    }

    /** Someone with the same habit tries in vain, at any hour, by a handset of their own. */
    private Draft alone(Draft like, LocalDate day) {
        Habit habit = like.truth().habit();
        Handset handset = handsets.next(habit);
        Place place = handset.home().somewhere(dice);
        Instant start = at(day, Hours.draw(habit, like.truth().need(), day, OpeningHours.ALWAYS, dice));
        return new Draft(like.truth().by(handset.number()), handset, place, start, like.ringMs(), false, like.track());
    }

    /** Calls again, and those of a long event, may come after closing time. */
    private boolean staffed(Draft draft) {
        return !draft.answered()
                || centre.hours().open(draft.startedAt().atOffset(WIB).getHour());
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(WIB).plusMillis(dice.below(3_600_000));
    }
}
