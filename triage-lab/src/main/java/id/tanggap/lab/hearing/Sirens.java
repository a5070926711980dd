package id.tanggap.lab.hearing;

import java.util.Random;

/**
 * Emergency vehicles for measuring, made in another way than those trained on: exact published tones (DIN 14610 two-tone,
 * wail and yelp of 600 to 1,350 Hz), square as a loudspeaker overdriven, passing by (Doppler), with an echo of a wall.
 */
final class Sirens {

    private static final int RATE = 8_000;
    private static final int LENGTH = 5 * RATE;
    private static final double SOUND_METRES_PER_SECOND = 340;

    private final Random random;

    Sirens(long seed) {
        random = new Random(seed);
    }

    short[] any() {
        int kind = random.nextInt(3);
        double speed = 25 * (2 * random.nextDouble() - 1);
        int echo = 400 + random.nextInt(1_600);
        double phase = 0;
        double[] sound = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double time = (double) i / RATE;
            double passing = 1 + speed / SOUND_METRES_PER_SECOND * Math.tanh(2.5 - time);
            phase += passing * frequency(kind, time) / RATE;
            sound[i] = (phase % 1 < 0.5 ? 1 : -1) * (1 + 0.3 * Math.tanh(2.5 - Math.abs(time - 2.5)));
        }
        short[] out = new short[LENGTH];
        double smooth = 0;
        for (int i = 0; i < LENGTH; i++) {
            smooth += 0.6 * (sound[i] + (i < echo ? 0 : 0.4 * sound[i - echo]) - smooth);
            out[i] = (short) (4_000 * smooth);
        }
        return out;
    }

    private static double frequency(int kind, double time) {
        return switch (kind) {
            case 0 -> time % 1.4 < 0.7 ? 440 : 585;
            case 1 -> 975 - 375 * Math.cos(2 * Math.PI * time / 4.5);
            default -> 600 + 750 * (time / 0.33 % 1);
        };
    }
}
