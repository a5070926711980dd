package id.tanggap.lab.world.day;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.calendar.Rain;
import id.tanggap.lab.world.calendar.Volume;
import id.tanggap.lab.world.centre.CentreProfile;
import id.tanggap.lab.world.chance.Mix;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** How many answered calls of each sort a day brings in the mean. */
final class Rates {
    /**
     * To a hundred silent calls one and a half of people who cannot speak: one who gives a sign (United Kingdom, about 50 in
     * 5,000) and half a one who does not. Judgement: that half.
     */
    static final double SPEECHLESS_AMONG_SILENT = 0.015;

    /** Judgement: share of genuine calls that heavy rain brings over a year. */
    private static final double RAIN = 0.06;

    /** How long people keep trying before an operator answers, by kind. Judgements. */
    private static final Map<Kind, Double> DROPPED =
            Map.of(Kind.GENUINE, 0.7, Kind.INFORMATION, 0.9, Kind.GHOST, 1.2, Kind.PRANK, 1.1, Kind.TEST, 1.0);

    private final CentreProfile centre;
    private final double scale;
    private final Map<Kind, Mix<Habit>> habits = new EnumMap<>(Kind.class);
    private final Mix<Need> needs;
    private final double droppedMean;

    Rates(CentreProfile centre, double scale) {
        this.centre = centre;
        this.scale = scale;
        for (Kind kind : new Kind[] {Kind.GHOST, Kind.PRANK}) {
            Map<Habit, Double> ofKind = new EnumMap<>(centre.habits());
            ofKind.keySet().removeIf(habit -> habit.kind() != kind);
            habits.put(kind, Mix.of(ofKind));
        }
        this.needs = Mix.of(centre.needs());
        double mean = 0;
        for (Kind kind : Kind.values()) {
            mean += centre.tallied().getOrDefault(kind, 0.0) * DROPPED.get(kind);
        }
        this.droppedMean = mean;
    }

    /** Calls a day with a habit other than those of genuine speakers. */
    double of(Habit habit, LocalDate day) {
        double silent = ofKind(Kind.GHOST, day);
        return switch (habit) {
            case INFORMATION_SEEKER -> ofKind(Kind.INFORMATION, day);
            case TESTER -> ofKind(Kind.TEST, day);
            case SPEECHLESS -> silent * SPEECHLESS_AMONG_SILENT;
            case SILENT_DIALLER, POCKET ->
                silent * (1 - SPEECHLESS_AMONG_SILENT) * habits.get(Kind.GHOST).share(habit);
            case BORED_CHILD, SCHOOLYARD, TEENAGER, STORYTELLER, EXHAUST ->
                ofKind(Kind.PRANK, day) * habits.get(Kind.PRANK).share(habit) * Volume.factor(habit, day);
            case RESIDENT, CALM, PANICKED, FREQUENT -> 0;
        };
    }

    /** Calls a day by speakers with this need. */
    double of(Need need, LocalDate day) {
        return ofKind(Kind.GENUINE, day) * (1 - RAIN) * needs.share(need) * Volume.factor(need, day);
    }

    /** Calls a day about what rain does. */
    double ofRain(double rain, LocalDate day) {
        return ofKind(Kind.GENUINE, day) * RAIN * rain / Rain.mean();
    }

    /** Unanswered attempts to one answered call. */
    double dropped(Kind kind) {
        double mean = centre.dropped() / (1 - centre.dropped());
        return mean * DROPPED.get(kind) / droppedMean;
    }

    private double ofKind(Kind kind, LocalDate day) {
        double age = ChronoUnit.DAYS.between(centre.opened(), day);
        return scale
                * centre.answeredADay()
                * centre.tallied().getOrDefault(kind, 0.0)
                * centre.novelty().factor(kind, age);
    }
}
