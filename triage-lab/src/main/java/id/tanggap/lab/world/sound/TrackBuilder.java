package id.tanggap.lab.world.sound;

import id.tanggap.lab.world.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Composes what is heard, layer over layer; times in milliseconds, cut at the end of the call. */
final class TrackBuilder {
    private static final int SHORTEST_MS = 40;

    private final Dice dice;
    private final int lengthMs;
    private final List<Segment> segments = new ArrayList<>();

    TrackBuilder(Dice dice, int lengthMs) {
        this.dice = dice;
        this.lengthMs = lengthMs;
    }

    int lengthMs() {
        return lengthMs;
    }

    /** Turns of a sound with pauses between, both skewed as speech is. */
    TrackBuilder turns(Sound sound, double fromMs, double toMs, double turnMs, double pauseMs, double levelDb) {
        double at = fromMs;
        double end = Math.min(toMs, lengthMs);
        while (at < end) {
            double length = Math.min(dice.logNormal(turnMs, 0.6), end - at);
            add(sound, at, length, dice.normal(levelDb, 2), (char) 0);
            at += length + dice.logNormal(pauseMs, 0.7);
        }
        return this;
    }

    /** The sound without a break. */
    TrackBuilder steady(Sound sound, double fromMs, double toMs, double levelDb) {
        add(sound, fromMs, toMs - fromMs, levelDb, (char) 0);
        return this;
    }

    TrackBuilder key(double atMs, char key) {
        add(Sound.KEY, atMs, dice.between(90, 300), -14, key);
        return this;
    }

    TrackBuilder taps(double atMs, int count) {
        double at = atMs;
        for (int i = 0; i < count; i++) {
            add(Sound.TAP, at, 60, dice.normal(-26, 4), (char) 0);
            at += dice.between(250, 700);
        }
        return this;
    }

    Track build() {
        segments.sort(Comparator.comparingInt(Segment::startMs).thenComparing(Segment::sound));
        return new Track(segments, lengthMs);
    }

    private void add(Sound sound, double atMs, double forMs, double levelDb, char key) {
        int start = (int) atMs;
        int length = (int) Math.min(forMs, lengthMs - atMs);
        if (length >= SHORTEST_MS) {
            segments.add(new Segment(sound, start, length, (float) Math.clamp(levelDb, -60, -3), key));
        }
    }
}
