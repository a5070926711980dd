package id.tanggap.lab.world.caller;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.LineIdentity;
import id.tanggap.lab.world.centre.CallerMix;
import id.tanggap.lab.world.centre.Kecamatan;
import id.tanggap.lab.world.chance.Dice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All telephones that ever called, and who picks up which of them next. */
public final class Handsets {
    /** Judgement: how far back, in calls of the same crowd, a returning caller's last call lies on average. */
    private static final double MEMORY = 120;

    /** Judgements: those with a need seldom have another one; pockets have an owner who does not know. */
    private static final double PUBLIC_RETURNS = 0.08;

    private static final double POCKET_RETURNS = 0.3;
    private static final double FREQUENT_RETURNS = 0.9;

    /** Children get the old telephone. Judgement: so many times the centre's share. */
    private static final double YOUNG_SIM_LESS = 1.6;

    private static final double OTHERS_SIM_LESS = 0.6;

    private final CallerMix mix;
    private final List<Kecamatan> area;
    private final Dice dice;
    private final Map<Crowd, List<Handset>> called = new EnumMap<>(Crowd.class);
    private final Map<String, List<Handset>> schools = new HashMap<>();
    private int numbers;

    public Handsets(CallerMix mix, List<Kecamatan> area, Dice dice) {
        this.mix = mix;
        this.area = area;
        this.dice = dice;
        for (Crowd crowd : Crowd.values()) {
            called.put(crowd, new ArrayList<>());
        }
    }

    /** The handset of the next one with this habit. */
    public Handset next(Habit habit) {
        Crowd crowd = Crowd.of(habit);
        Crowd among = dice.chance(shared(habit)) ? other(crowd) : crowd;
        List<Handset> before = called.get(among);
        boolean known = among != crowd || dice.chance(returns(crowd));
        Handset handset = known && !before.isEmpty() ? recent(before) : fresh(crowd, dice.pick(area));
        called.get(crowd).add(handset);
        return handset;
    }

    /** A handset of the pupils of one school. */
    public Handset ofSchool(String school, Kecamatan where) {
        List<Handset> pupils = schools.computeIfAbsent(school, none -> new ArrayList<>());
        Handset handset =
                dice.chance(mix.returning()) && !pupils.isEmpty() ? recent(pupils) : fresh(Crowd.CHILDREN, where);
        pupils.add(handset);
        called.get(Crowd.CHILDREN).add(handset);
        return handset;
    }

    /** Someone who happens to be where something happens. */
    public Handset near(Habit habit, Kecamatan where) {
        if (dice.chance(shared(habit)) && !called.get(Crowd.CHILDREN).isEmpty()) {
            return recent(called.get(Crowd.CHILDREN));
        }
        Handset handset = fresh(Crowd.of(habit), where);
        called.get(Crowd.of(habit)).add(handset);
        return handset;
    }

    private double returns(Crowd crowd) {
        return switch (crowd) {
            case CHILDREN, YOUTHS -> mix.returning();
            case PUBLIC -> PUBLIC_RETURNS;
            case POCKETS -> POCKET_RETURNS;
            case FREQUENT -> FREQUENT_RETURNS;
        };
    }

    private double shared(Habit habit) {
        return switch (habit.kind()) {
            case GENUINE -> habit == Habit.FREQUENT ? 0 : mix.family();
            case GHOST, PRANK -> habit == Habit.EXHAUST ? 0 : mix.family() / 2;
            case INFORMATION, TEST -> 0;
        };
    }

    private static Crowd other(Crowd crowd) {
        return crowd == Crowd.PUBLIC ? Crowd.CHILDREN : Crowd.PUBLIC;
    }

    /** Whoever called lately, and whoever called often, calls again. */
    private Handset recent(List<Handset> before) {
        int back = (int) dice.exponential(MEMORY);
        return before.get(Math.max(0, before.size() - 1 - back % before.size()));
    }

    private Handset fresh(Crowd crowd, Kecamatan home) {
        double simLess = mix.simLess() * (crowd.young() ? YOUNG_SIM_LESS : OTHERS_SIM_LESS);
        LineIdentity identity = dice.chance(simLess)
                ? LineIdentity.SIM_LESS
                : dice.chance(mix.withheld()) ? LineIdentity.WITHHELD : LineIdentity.SUBSCRIBER;
        return new Handset(++numbers, identity, home);
    }
}
