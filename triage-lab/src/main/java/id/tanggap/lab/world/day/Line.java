package id.tanggap.lab.world.day;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.caller.Handset;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.sound.Track;
import id.tanggap.lab.world.sound.Voices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Puts one caller's calls on the line: the answered ones, those again, and the attempts that nobody answered. */
final class Line {
    /** Judgement: of unanswered attempts so many come just before an answered one, a few after it, the rest alone. */
    private static final double BEFORE = 0.45;

    private static final double AFTER = 0.15;

    private final Voices voices;
    private final ToDoubleFunction<Kind> dropped;
    private final Dice dice;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Draft> alone = new ArrayList<>();

    Line(Voices voices, ToDoubleFunction<Kind> dropped, Dice dice) {
        this.voices = voices;
        this.dropped = dropped;
        this.dice = dice;
    }

    /** One caller's calls from this instant on; as many as the habit has it. */
    void calls(Habit habit, Optional<Need> need, boolean lifeThreat, int incident, Handset by, Place at, Instant from) {
        Truth truth = new Truth(
                habit.kind(),
                habit,
                need,
                lifeThreat,
                habit == Habit.SPEECHLESS,
                incident,
                Truth.person(by.number(), habit.kind()));
        Instant start = from;
        for (int again = dice.geometric(habit.callsAgain()); again >= 0; again--) {
            Draft call = new Draft(truth, by, at, start, ring(), true, voices.of(habit, need));
            drafts.add(call);
            attempts(call);
            start = call.endedAt().plusMillis((long) dice.logNormal(150_000, 0.9));
        }
    }

    /** All calls so far but those of {@link #takeAlone}; forgets them. */
    List<Draft> take() {
        List<Draft> taken = List.copyOf(drafts);
        drafts.clear();
        return taken;
    }

    /** Answered calls after whose pattern someone else tries in vain, at another time; forgets them. */
    List<Draft> takeAlone() {
        List<Draft> taken = List.copyOf(alone);
        alone.clear();
        return taken;
    }

    private void attempts(Draft call) {
        Instant before = call.startedAt();
        Instant after = call.endedAt();
        for (int i = dice.poisson(dropped.applyAsDouble(call.truth().kind())); i > 0; i--) {
            double when = dice.between(0, 1);
            int ring = (int) Math.clamp(dice.logNormal(12_000, 0.7), 1_000, 90_000);
            if (when < BEFORE) {
                before = before.minusMillis(ring + (long) dice.logNormal(20_000, 0.8));
                drafts.add(unanswered(call, before, ring));
            } else if (when < BEFORE + AFTER) {
                after = after.plusMillis((long) dice.logNormal(60_000, 1));
                drafts.add(unanswered(call, after, ring));
                after = after.plusMillis(ring);
            } else {
                alone.add(unanswered(call, call.startedAt(), ring));
            }
        }
    }

    private static Draft unanswered(Draft like, Instant start, int ring) {
        return new Draft(like.truth(), like.handset(), like.place(), start, ring, false, Track.NOTHING);
    }

    /** Most are answered within 10 s, as NFPA 1225 asks for; the spread is a judgement. */
    private int ring() {
        return (int) Math.clamp(dice.logNormal(5_000, 0.5), 1_000, 60_000);
    }
}
