package id.tanggap.triage.audio;

/**
 * Hears taps and knocks as somebody makes them who must not speak: three to ten short impulses on a quiet line in an even
 * rhythm, then a pause. A single click, a ticking clock that goes on and on, and crackling are not.
 */
final class TapDetector {

    /** 4 ms. */
    private static final int STEP = 32;

    /** Power of an impulse over the line before it: 20 dB. */
    private static final double OVER_LINE = 100;

    /** An impulse's own power: -40 dBFS. */
    private static final double WEAKEST = 1e-4;

    /** Power of a quiet line: -45 dBFS. */
    private static final double QUIET = 3e-5;

    /** Steps in which an impulse must have lost 15 dB: 120 ms, a knock on a table rings that long. */
    private static final int LONGEST = 30;

    private static final double LOST = 30;

    /** Steps between the taps of a group: 80 ms is as fast as a finger, 800 ms as slow as still one rhythm. */
    private static final int LEAST_GAP = 20;

    private static final int MOST_GAP = 200;

    /** Longest gap of a group over its shortest. */
    private static final double UNEVEN = 2.2;

    private static final int LEAST_TAPS = 3;
    private static final int MOST_TAPS = 10;

    /** Steps of quiet that close a group: one second. */
    private static final int PAUSE = 250;

    private final float[] rest = new float[STEP];
    private int filled;
    private double line = QUIET;
    private double peak;
    private int ringing;
    private int taps;
    private int since;
    private int shortest;
    private int longest;
    private int begun;

    /** A closed group: how many taps, and how many samples ago it began. */
    record Group(int taps, int samplesAgo) {}

    /** Listens on; a group that was closed by these samples, or null. */
    Group accept(float[] samples, int count) {
        Group closed = null;
        for (int i = 0; i < count; i++) {
            rest[filled++] = samples[i];
            if (filled == STEP) {
                filled = 0;
                Group group = step(power());
                closed = group == null ? closed : group;
            }
        }
        return closed;
    }

    void gap() {
        filled = 0;
        peak = 0;
        ringing = 0;
        drop();
    }

    private double power() {
        double sum = 0;
        for (float sample : rest) {
            sum += sample * sample;
        }
        return sum / STEP;
    }

    private Group step(double power) {
        since++;
        begun++;
        if (peak > 0) {
            ring(power);
            return null;
        }
        if (power > WEAKEST && power > OVER_LINE * line) {
            peak = power;
            ringing = 0;
            return onset();
        }
        line += (power - line) * (power < line ? 0.1 : 0.02);
        return taps > 0 && since >= PAUSE ? close() : null;
    }

    private void ring(double power) {
        peak = Math.max(peak, power);
        if (power * LOST < peak) {
            peak = 0;
        } else if (++ringing > LONGEST) {
            // Not an impulse but a sound that has begun; the line is as loud as that from now on.
            peak = 0;
            line = power;
            drop();
        }
    }

    private Group onset() {
        if (line > QUIET) {
            drop();
            return null;
        }
        if (taps > 0 && since < LEAST_GAP) {
            return null;
        }
        boolean follows = taps > 0 && since <= MOST_GAP;
        if (follows) {
            shortest = Math.min(shortest, since);
            longest = Math.max(longest, since);
            taps++;
        }
        if (!follows || longest > UNEVEN * shortest) {
            taps = 1;
            begun = 0;
            shortest = MOST_GAP;
            longest = 0;
        }
        since = 0;
        return null;
    }

    private Group close() {
        Group group = taps < LEAST_TAPS || taps > MOST_TAPS ? null : new Group(taps, begun * STEP);
        drop();
        return group;
    }

    private void drop() {
        taps = 0;
        since = 0;
    }

    void write(Snapshot to) {
        to.put(filled);
        to.putSamples(rest, filled);
        to.put(line);
        to.put(peak);
        for (int value : new int[] {ringing, taps, since, shortest, longest, begun}) {
            to.put(value);
        }
    }

    void read(Snapshot from) {
        filled = from.getInt();
        from.getSamples(rest, filled);
        line = from.getDouble();
        peak = from.getDouble();
        ringing = from.getInt();
        taps = from.getInt();
        since = from.getInt();
        shortest = from.getInt();
        longest = from.getInt();
        begun = from.getInt();
    }
}
