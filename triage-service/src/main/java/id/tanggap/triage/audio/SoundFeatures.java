package id.tanggap.triage.audio;

import java.util.Arrays;

/**
 * Describes half a second of sound in numbers that a person can name: the shape of its spectrum, how that
 * moves, how tonal it is, where its pitch lies and glides, how fast its loudness beats; and in as many that say the same of the last seconds. The level is
 * not among them: how near the telephone is says nothing.
 */
final class SoundFeatures {

    /** 512 ms. */
    static final int HOPS = 32;

    /** Edges of the bands in steps of 31.25 Hz, 94 to 3,625 Hz: about 100 Hz wide below, a third of an octave above. */
    private static final int[] EDGES = {3, 5, 7, 10, 13, 16, 20, 24, 29, 35, 42, 50, 60, 71, 84, 99, 116};

    static final int BANDS = EDGES.length - 1;

    private static final int OTHERS = 16;

    static final int OF_BLOCK = BANDS + OTHERS;

    static final int COUNT = 2 * OF_BLOCK;

    /** Share of the newest block in what is remembered of the last seconds: half is forgotten after 0.7 s. */
    private static final float NEWEST = 0.4f;

    /** Under the noise of a quiet mu-law line, as log10 of power: a band that is empty says nothing. */
    private static final float FLOOR = 1e-7f;

    private static final float TO_POWER = 2f / (Fourier.SIZE * (Fourier.SIZE / 2f));

    private final float[] band = new float[BANDS];
    private final float[] lastBand = new float[BANDS];
    private final float[] sum = new float[BANDS];
    private final float[] squares = new float[BANDS];
    private final float[] blockBefore = new float[BANDS];
    private final float[] recent = new float[OF_BLOCK];
    private final PitchTrack pitch = new PitchTrack();
    private final Beat beat = new Beat();
    private float flux;
    private float crest;
    private float crestSquares;
    private float loudest;
    private float quietest;
    private int hops;
    private int blocks;

    /** Takes a frame's powers and the samples that came with it; what the block was like if this frame ends it, or null. */
    float[] accept(float[] power, float[] samples) {
        bands(power);
        beat.accept(samples);
        if (hops % 2 == 1) {
            pitch.accept(power);
        }
        if (++hops < HOPS) {
            return null;
        }
        float[] features = describe();
        startBlock();
        blocks++;
        return features;
    }

    /** The middle of a band. */
    static int hertz(int band) {
        return (EDGES[band] + EDGES[band + 1]) * Ear.RATE / Fourier.SIZE / 2;
    }

    /** What follows does not follow on. */
    void gap() {
        blocks = 0;
        startBlock();
    }

    private void startBlock() {
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        flux = 0;
        crest = 0;
        crestSquares = 0;
        hops = 0;
        pitch.startBlock();
        beat.startBlock();
    }

    private void bands(float[] power) {
        float total = 0;
        float highest = 0;
        float moved = 0;
        for (int b = 0; b < BANDS; b++) {
            float inBand = 0;
            for (int k = EDGES[b]; k < EDGES[b + 1]; k++) {
                inBand += power[k];
                highest = Math.max(highest, power[k]);
            }
            total += inBand;
            band[b] = (float) Math.log10(inBand * TO_POWER + FLOOR);
            sum[b] += band[b];
            squares[b] += band[b] * band[b];
            moved += Math.abs(band[b] - lastBand[b]);
            lastBand[b] = band[b];
        }
        float level = (float) Math.log10(total * TO_POWER + FLOOR);
        loudest = hops == 0 ? level : Math.max(loudest, level);
        quietest = hops == 0 ? level : Math.min(quietest, level);
        if (hops > 0) {
            flux += moved / BANDS;
        }
        float tonal = highest / (total + FLOOR / TO_POWER);
        crest += tonal;
        crestSquares += tonal * tonal;
    }

    private float[] describe() {
        float[] features = new float[COUNT];
        float[] mean = new float[BANDS];
        float all = 0;
        for (int b = 0; b < BANDS; b++) {
            mean[b] = sum[b] / HOPS;
            all += mean[b] / BANDS;
        }
        float[] spread = new float[3];
        float distance = 0;
        for (int b = 0; b < BANDS; b++) {
            features[b] = mean[b] - all;
            float variance = squares[b] / HOPS - mean[b] * mean[b];
            spread[b < 6 ? 0 : b < 11 ? 1 : 2] += (float) Math.sqrt(Math.max(0, variance)) / 5.33f;
            distance += blocks == 0 ? 0 : Math.abs(mean[b] - blockBefore[b]) / BANDS;
        }
        System.arraycopy(mean, 0, blockBefore, 0, BANDS);
        float tonal = crest / HOPS;
        int at = BANDS;
        features[at++] = spread[0];
        features[at++] = spread[1];
        features[at++] = spread[2];
        features[at++] = flux / (HOPS - 1);
        features[at++] = tonal;
        features[at++] = (float) Math.sqrt(Math.max(0, crestSquares / HOPS - tonal * tonal));
        features[at++] = loudest - quietest;
        features[at++] = distance;
        at = pitch.describe(features, at);
        beat.describe(features, at);
        for (int i = 0; i < OF_BLOCK; i++) {
            recent[i] = blocks == 0 ? features[i] : recent[i] + NEWEST * (features[i] - recent[i]);
            features[OF_BLOCK + i] = recent[i];
        }
        return features;
    }

    void write(Snapshot to) {
        to.putFloats(lastBand);
        to.putFloats(sum);
        to.putFloats(squares);
        to.putFloats(blockBefore);
        to.putFloats(recent);
        to.putFloats(new float[] {flux, crest, crestSquares, loudest, quietest});
        to.put(hops);
        to.put(blocks);
        pitch.write(to);
        beat.write(to, hops);
    }

    void read(Snapshot from) {
        from.getFloats(lastBand);
        from.getFloats(sum);
        from.getFloats(squares);
        from.getFloats(blockBefore);
        from.getFloats(recent);
        float[] scalars = new float[5];
        from.getFloats(scalars);
        flux = scalars[0];
        crest = scalars[1];
        crestSquares = scalars[2];
        loudest = scalars[3];
        quietest = scalars[4];
        hops = from.getInt();
        blocks = from.getInt();
        pitch.read(from);
        beat.read(from, hops);
    }
}
