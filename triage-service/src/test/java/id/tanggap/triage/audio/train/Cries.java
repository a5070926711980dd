package id.tanggap.triage.audio.train;

import static id.tanggap.triage.audio.train.Filters.RATE;

import java.util.Random;

/**
 * A crying child, synthetic: cries of half a second to two, arched between 300 and 700 Hz with a tremble, at times hoarse or
 * doubled into a shriek, breath between them (Wasz-Höckert 1968 for the ranges).
 */
final class Cries {

    private final Random random;

    Cries(Random random) {
        this.random = random;
    }

    double[] any(int length) {
        double child = between(320, 560);
        double[] formants = {between(800, 1_400), between(1_800, 2_600), between(2_800, 3_400)};
        double[] out = new double[length];
        int at = random.nextInt(RATE / 2);
        while (at < length) {
            int cry = (int) (RATE * between(0.4, 1.9));
            cry(out, at, cry, child * between(0.85, 1.2), formants);
            at += cry;
            int breath = (int) (RATE * between(0.15, 0.7));
            breath(out, at, breath);
            at += breath;
        }
        return out;
    }

    private void cry(double[] out, int start, int length, double pitch, double[] formants) {
        double arch = between(0.05, 0.35);
        double tremble = between(0.005, 0.04);
        double trembleRate = between(4, 9);
        double hoarse = random.nextInt(3) == 0 ? between(0.3, 1.2) : between(0, 0.15);
        double shriek = random.nextInt(6) == 0 ? between(1.8, 2.6) : 1;
        double tilt = between(0.2, 1.2);
        double peak = between(0.2, 0.6);
        double phase = 0;
        double[] weights = new double[12];
        for (int i = 0; i < length && start + i < out.length; i++) {
            double turn = (double) i / length;
            double bow = turn < peak ? turn / peak : (1 - turn) / (1 - peak);
            double f = pitch
                    * shriek
                    * (1 - arch + arch * Math.sqrt(bow))
                    * (1 + tremble * Math.sin(2 * Math.PI * trembleRate * i / RATE));
            phase += 2 * Math.PI * f / RATE;
            if (i % 64 == 0) {
                weigh(weights, f, tilt, formants);
            }
            double value = 0;
            for (int h = 0; h < weights.length; h++) {
                value += weights[h] * Math.sin((h + 1) * phase);
            }
            double loud = Math.min(1, 8 * Math.min(turn, 1 - turn));
            out[start + i] += loud * (value + hoarse * 0.5 * random.nextGaussian() * (1 + Math.sin(phase)));
        }
    }

    private static void weigh(double[] weights, double f, double tilt, double[] formants) {
        for (int h = 0; h < weights.length; h++) {
            double frequency = f * (h + 1);
            double mouth = 0.15;
            for (double formant : formants) {
                double off = (frequency - formant) / 250;
                mouth += 1 / (1 + off * off);
            }
            weights[h] = frequency > 3_700 ? 0 : mouth / Math.pow(h + 1, tilt);
        }
    }

    private void breath(double[] out, int start, int length) {
        double gain = between(0, 0.25);
        for (int i = 0; i < length && start + i < out.length; i++) {
            out[start + i] += gain * random.nextGaussian() * Math.sin(Math.PI * i / length);
        }
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
