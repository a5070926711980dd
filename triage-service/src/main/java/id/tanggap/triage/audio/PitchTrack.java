package id.tanggap.triage.audio;

/**
 * Follows the pitch of a block by autocorrelation, 80 to 1,000 Hz: a crying child's glides between 300 and 700 Hz with
 * breaks for breath, a siren's sweeps slowly and hardly breaks, an engine's is low and held.
 */
final class PitchTrack {

    static final int COUNT = 6;

    /** Lags of 1,000 and 80 Hz. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 100;

    /** Telephone speech starts here; below is hum. 190 to 3,600 Hz. */
    private static final int FROM_BIN = 6;

    private static final int TO_BIN = 116;

    /** Autocorrelation at the pitch, of that at zero, above which a frame counts as voiced. */
    private static final float VOICED = 0.5f;

    /** A shorter lag nearly as good is the pitch, the longer its multiple. */
    private static final float NEARLY = 0.85f;

    private static final float HIGH_FROM = 260;

    private static final float[] TAPER = taper();

    private final Fourier fourier = new Fourier();
    private final float[] real = new float[Fourier.BINS];
    private final float[] none = new float[Fourier.BINS];
    private final float[] correlation = new float[Fourier.SIZE];

    private float strength;
    private float high;
    private float voiced;
    private float glide;
    private float glides;
    private float sum;
    private float squares;
    private float frames;
    private float before;

    void accept(float[] power) {
        for (int k = FROM_BIN; k < TO_BIN; k++) {
            real[k] = power[k];
        }
        fourier.inverse(real, none, correlation);
        int best = SHORTEST;
        float highest = 0;
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            correlation[lag] /= TAPER[lag];
            if (correlation[lag] > highest && isPeak(lag)) {
                highest = correlation[lag];
                best = lag;
            }
        }
        for (int lag = SHORTEST; lag < best; lag++) {
            if (correlation[lag] > NEARLY * highest && isPeak(lag)) {
                best = lag;
                break;
            }
        }
        frame(Math.min(1, highest / (correlation[0] + 1e-12f)), (float) Ear.RATE / best);
    }

    /** Not at the edge of what is looked at, where a rising slope is no peak; the right neighbour is not tapered yet. */
    private boolean isPeak(int lag) {
        return correlation[lag] >= correlation[lag - 1]
                && correlation[lag] * TAPER[lag] >= correlation[lag + 1] * 0.98f;
    }

    private void frame(float clarity, float pitch) {
        frames++;
        strength += clarity;
        if (clarity < VOICED) {
            before = 0;
            return;
        }
        float octaves = (float) (Math.log(pitch / 100) / Math.log(2));
        voiced++;
        sum += octaves;
        squares += octaves * octaves;
        high += pitch >= HIGH_FROM ? 1 : 0;
        if (before > 0) {
            glide += Math.abs(octaves - before);
            glides++;
        }
        before = octaves;
    }

    int describe(float[] features, int at) {
        float mean = voiced == 0 ? 0 : sum / voiced;
        features[at] = strength / frames;
        features[at + 1] = voiced / frames;
        features[at + 2] = high / frames;
        features[at + 3] = mean;
        features[at + 4] = voiced == 0 ? 0 : (float) Math.sqrt(Math.max(0, squares / voiced - mean * mean));
        features[at + 5] = glides == 0 ? 0 : glide / glides;
        return at + COUNT;
    }

    void startBlock() {
        strength = 0;
        high = 0;
        voiced = 0;
        glide = 0;
        glides = 0;
        sum = 0;
        squares = 0;
        frames = 0;
    }

    /** What the frame's own shape leaves of a periodic sound's correlation. */
    private static float[] taper() {
        float[] taper = new float[LONGEST + 1];
        for (int lag = 0; lag <= LONGEST; lag++) {
            double left = 0;
            for (int i = 0; i + lag < Fourier.SIZE; i++) {
                left += Math.sin(Math.PI * i / Fourier.SIZE) * Math.sin(Math.PI * (i + lag) / Fourier.SIZE);
            }
            taper[lag] = (float) (left / (Fourier.SIZE / 2.0));
        }
        return taper;
    }

    void write(Snapshot to) {
        to.putFloats(new float[] {strength, high, voiced, glide, glides, sum, squares, frames, before});
    }

    void read(Snapshot from) {
        float[] values = new float[9];
        from.getFloats(values);
        strength = values[0];
        high = values[1];
        voiced = values[2];
        glide = values[3];
        glides = values[4];
        sum = values[5];
        squares = values[6];
        frames = values[7];
        before = values[8];
    }
}
