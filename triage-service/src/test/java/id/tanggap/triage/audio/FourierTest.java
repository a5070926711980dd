package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FourierTest {

    private final Random random = new Random(1);
    private final float[] samples = new float[Fourier.SIZE];
    private final float[] real = new float[Fourier.BINS];
    private final float[] imaginary = new float[Fourier.BINS];

    @Test
    void agreesWithTheDefinition() {
        transform();
        for (int k = 0; k < Fourier.BINS; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < Fourier.SIZE; i++) {
                re += samples[i] * Math.cos(2 * Math.PI * k * i / Fourier.SIZE);
                im -= samples[i] * Math.sin(2 * Math.PI * k * i / Fourier.SIZE);
            }
            assertEquals(re, real[k], 1e-3);
            assertEquals(im, imaginary[k], 1e-3);
        }
    }

    @Test
    void leadsBack() {
        transform();
        float[] back = new float[Fourier.SIZE];
        new Fourier().inverse(real, imaginary, back);
        assertArrayEquals(samples, back, 1e-5f);
    }

    private void transform() {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        new Fourier().forward(samples, real, imaginary);
    }
}
