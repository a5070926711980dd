package id.tanggap.lab.hearing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Calls that are mixed from clips: the same on every run. */
final class Mixtures {

    private static final int CALL = 5 * 8_000;
    private static final int FRAME = 160;

    private final Random random;

    Mixtures(long seed) {
        random = new Random(seed);
    }

    /** Five seconds of this sound at a random level of -30 to -16 dBFS, begun anywhere. */
    short[] alone(short[] noise) {
        return Signal.atLevel(Signal.exact(turned(noise)), level());
    }

    /** Speech under noise; the ratio counts the power of speech while it sounds, without its pauses. */
    short[] speech(short[] speech, short[] noise, double snrDb) {
        double gain = gain(speech, noise, snrDb);
        short[] turned = turned(noise);
        double[] mixed = new double[CALL];
        for (int i = 0; i < CALL; i++) {
            mixed[i] = (i < speech.length ? speech[i] : 0) + gain * turned[i];
        }
        return Signal.atLevel(mixed, level());
    }

    /** 0.5 to 1 second of speech, where it is loudest, somewhere in five seconds of noise. */
    short[] brief(short[] speech, short[] noise, double snrDb) {
        int length = Math.min(speech.length, 4_000 + random.nextInt(3_900));
        int from = loudest(speech, length);
        int at = 2_000 + random.nextInt(CALL - 4_000 - length);
        short[] placed = new short[CALL];
        System.arraycopy(speech, from, placed, at, length);
        return speech(placed, noise, snrDb);
    }

    /** One of these. */
    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private double level() {
        return -30 + 14 * random.nextDouble();
    }

    private short[] turned(short[] noise) {
        int start = random.nextInt(noise.length);
        short[] turned = new short[CALL];
        for (int i = 0; i < CALL; i++) {
            turned[i] = noise[(start + i) % noise.length];
        }
        return turned;
    }

    private static int loudest(short[] speech, int length) {
        double best = -1;
        int from = 0;
        for (int start = 0; start + length <= speech.length; start += FRAME) {
            double sum = power(Arrays.copyOfRange(speech, start, start + length));
            if (sum > best) {
                best = sum;
                from = start;
            }
        }
        return from;
    }

    private static double gain(short[] speech, short[] noise, double snrDb) {
        double[] frames = new double[speech.length / FRAME];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = power(Arrays.copyOfRange(speech, i * FRAME, (i + 1) * FRAME));
        }
        // Frames 30 dB below the loudest are pauses.
        double least = Arrays.stream(frames).max().orElseThrow() / 1_000;
        double active =
                Arrays.stream(frames).filter(frame -> frame > least).average().orElseThrow();
        return Math.sqrt(active / power(noise) / Math.pow(10, snrDb / 10));
    }

    private static double power(short[] sound) {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return sum / sound.length;
    }
}
