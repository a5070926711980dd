package id.tanggap.triage.audio;

/** Discrete Fourier transform of {@value #SIZE} real samples and back; holds scratch memory, so one thread at a time. */
final class Fourier {

    static final int SIZE = 256;

    /** Frequencies of 31.25 Hz distance, from 0 to 4,000 Hz. */
    static final int BINS = SIZE / 2 + 1;

    private static final int HALF = SIZE / 2;
    private static final float[] COS = new float[SIZE];
    private static final float[] SIN = new float[SIZE];
    private static final float[] TURN_COS = new float[HALF];
    private static final float[] TURN_SIN = new float[HALF];
    private static final int[] REVERSED = new int[HALF];

    static {
        for (int i = 0; i < SIZE; i++) {
            COS[i] = (float) Math.cos(2 * Math.PI * i / SIZE);
            SIN[i] = (float) Math.sin(2 * Math.PI * i / SIZE);
        }
        for (int half = 1; half < HALF; half *= 2) {
            for (int k = 0; k < half; k++) {
                TURN_COS[half + k] = COS[k * HALF / half];
                TURN_SIN[half + k] = SIN[k * HALF / half];
            }
        }
        int bits = Integer.numberOfTrailingZeros(HALF);
        for (int i = 0; i < HALF; i++) {
            REVERSED[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
        }
    }

    private final float[] a = new float[HALF];
    private final float[] b = new float[HALF];

    /** The spectrum of the samples. */
    void forward(float[] samples, float[] real, float[] imaginary) {
        for (int i = 0; i < HALF; i++) {
            // Two real samples are one complex number: half the work.
            a[REVERSED[i]] = samples[2 * i];
            b[REVERSED[i]] = samples[2 * i + 1];
        }
        transform();
        real[0] = a[0] + b[0];
        imaginary[0] = 0;
        real[HALF] = a[0] - b[0];
        imaginary[HALF] = 0;
        for (int k = 1; k < HALF; k++) {
            float evenRe = (a[k] + a[HALF - k]) / 2;
            float evenIm = (b[k] - b[HALF - k]) / 2;
            float oddRe = (b[k] + b[HALF - k]) / 2;
            float oddIm = (a[HALF - k] - a[k]) / 2;
            real[k] = evenRe + COS[k] * oddRe + SIN[k] * oddIm;
            imaginary[k] = evenIm + COS[k] * oddIm - SIN[k] * oddRe;
        }
    }

    /** The samples of the spectrum. */
    void inverse(float[] real, float[] imaginary, float[] samples) {
        for (int k = 0; k < HALF; k++) {
            float evenRe = (real[k] + real[HALF - k]) / 2;
            float evenIm = (imaginary[k] - imaginary[HALF - k]) / 2;
            float diffRe = (real[k] - real[HALF - k]) / 2;
            float diffIm = (imaginary[k] + imaginary[HALF - k]) / 2;
            float oddRe = COS[k] * diffRe - SIN[k] * diffIm;
            float oddIm = COS[k] * diffIm + SIN[k] * diffRe;
            // Conjugated, so that the same forward transform leads back.
            a[REVERSED[k]] = evenRe - oddIm;
            b[REVERSED[k]] = -(evenIm + oddRe);
        }
        transform();
        for (int i = 0; i < HALF; i++) {
            samples[2 * i] = a[i] / HALF;
            samples[2 * i + 1] = -b[i] / HALF;
        }
    }

    private void transform() {
        fours();
        for (int size = 8; size <= HALF; size *= 2) {
            int half = size / 2;
            for (int start = 0; start < HALF; start += size) {
                for (int k = 0; k < half; k++) {
                    int i = start + k;
                    int j = i + half;
                    // Turns lie in the order of use, so that the compiler can take several at once.
                    float cos = TURN_COS[half + k];
                    float sin = TURN_SIN[half + k];
                    float re = cos * a[j] + sin * b[j];
                    float im = cos * b[j] - sin * a[j];
                    a[j] = a[i] - re;
                    b[j] = b[i] - im;
                    a[i] += re;
                    b[i] += im;
                }
            }
        }
    }

    /** The first two stages at once: their turns are quarters, which need no multiplication. */
    private void fours() {
        for (int i = 0; i < HALF; i += 4) {
            float evenRe = a[i] + a[i + 1];
            float evenIm = b[i] + b[i + 1];
            float evenDiffRe = a[i] - a[i + 1];
            float evenDiffIm = b[i] - b[i + 1];
            float oddRe = a[i + 2] + a[i + 3];
            float oddIm = b[i + 2] + b[i + 3];
            float oddDiffRe = a[i + 2] - a[i + 3];
            float oddDiffIm = b[i + 2] - b[i + 3];
            a[i] = evenRe + oddRe;
            b[i] = evenIm + oddIm;
            a[i + 2] = evenRe - oddRe;
            b[i + 2] = evenIm - oddIm;
            a[i + 1] = evenDiffRe + oddDiffIm;
            b[i + 1] = evenDiffIm - oddDiffRe;
            a[i + 3] = evenDiffRe - oddDiffIm;
            b[i + 3] = evenDiffIm + oddDiffRe;
        }
    }
}
