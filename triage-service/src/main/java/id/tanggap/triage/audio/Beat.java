package id.tanggap.triage.audio;

import java.util.Arrays;

/**
 * How the loudness of a block beats, from its amplitude every 2 ms: an exhaust and a chainsaw at 25 to 250 Hz, an idling
 * single cylinder and a rotor at 4 to 25 Hz, rain and sea not at all.
 */
final class Beat {

    static final int COUNT = 2;

    /** 2 ms. */
    private static final int STEP = 16;

    private static final int PER_HOP = NoiseReducer.HOP / STEP;
    private static final int POINTS = SoundFeatures.HOPS * PER_HOP;

    /** Lags of 250, 25 and 4 Hz. */
    private static final int FASTEST = 2;

    private static final int SLOW = 20;

    private static final int SLOWEST = 125;

    private final float[] amplitude = new float[POINTS];
    private int known;
    private float before;

    void accept(float[] samples) {
        for (int start = 0; start < NoiseReducer.HOP; start += STEP) {
            float sum = 0;
            for (int i = start; i < start + STEP; i++) {
                // The difference of neighbours leaves hum out.
                float change = samples[i] - before;
                before = samples[i];
                sum += change * change;
            }
            amplitude[known++] = (float) Math.sqrt(sum / STEP);
        }
    }

    void describe(float[] features, int at) {
        float mean = 0;
        for (float value : amplitude) {
            mean += value / POINTS;
        }
        float[] centred = new float[POINTS];
        float variance = 1e-12f;
        for (int i = 0; i < POINTS; i++) {
            centred[i] = amplitude[i] - mean;
            variance += centred[i] * centred[i];
        }
        features[at] = strongest(centred, variance, FASTEST, SLOW);
        features[at + 1] = strongest(centred, variance, SLOW, SLOWEST);
    }

    /** Highest peak of the correlation between these lags, 0 to 1; a slope that only falls is no peak. */
    private static float strongest(float[] centred, float variance, int from, int to) {
        float best = 0;
        float left = correlation(centred, from - 1);
        float middle = correlation(centred, from);
        for (int lag = from; lag < to; lag++) {
            float right = correlation(centred, lag + 1);
            if (middle >= left && middle > right) {
                best = Math.max(best, middle);
            }
            left = middle;
            middle = right;
        }
        return Math.min(1, best / variance);
    }

    private static float correlation(float[] centred, int lag) {
        float sum = 0;
        for (int i = 0; i + lag < POINTS; i++) {
            sum += centred[i] * centred[i + lag];
        }
        return sum * POINTS / (POINTS - lag);
    }

    void startBlock() {
        known = 0;
    }

    void write(Snapshot to, int hops) {
        to.put((double) before);
        to.putHalves(Arrays.copyOf(amplitude, hops * PER_HOP));
    }

    void read(Snapshot from, int hops) {
        before = (float) from.getDouble();
        known = hops * PER_HOP;
        float[] values = new float[known];
        from.getHalves(values);
        System.arraycopy(values, 0, amplitude, 0, known);
    }
}
