package id.tanggap.triage.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

/** Sounds of a telephone line for tests: 8,000 samples a second, the same on every run. */
public final class Sounds {

    private static final int RATE = 8_000;

    private Sounds() {}

    /** Speech of an Indonesian synthetic voice, see {@code audio/README.md}. */
    public static short[] speech(String name) {
        return AudioEncoding.MU_LAW.decode(speechBytes(name));
    }

    /** The same in mu-law, as a gateway sends it. */
    public static byte[] speechBytes(String name) {
        try (InputStream source = Sounds.class.getResourceAsStream("/audio/" + name + ".ul")) {
            return source.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quiet line: noise of -60 dBFS and mains hum of 50 Hz at -50 dBFS. */
    public static short[] silence(double seconds) {
        Random random = new Random(1);
        return sound(seconds, t -> 32.8 * random.nextGaussian() + 146 * Math.sin(2 * Math.PI * 50 * t));
    }

    /** An exhaust held at one speed: harmonics of 90 Hz under noise, -18 dBFS. */
    public static short[] exhaust(double seconds) {
        Random random = new Random(2);
        return sound(seconds, t -> {
            double value = 1_500 * random.nextGaussian();
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                value += 5_000.0 / harmonic * Math.sin(2 * Math.PI * 90 * harmonic * t + harmonic);
            }
            return value;
        });
    }

    /** Keys pressed one after the other, each for this time and as long apart, on a quiet line: -20 dBFS each tone. */
    public static short[] keys(String keys, double seconds) {
        short[] sound = silence(0.5);
        for (char key : keys.toCharArray()) {
            sound = after(after(sound, key(key, seconds, 1, 0)), silence(seconds));
        }
        return after(sound, silence(0.5));
    }

    /** One key; its tones off by this factor, the lower one stronger by this many dB. */
    public static short[] key(char key, double seconds, double detune, double twistDb) {
        int at = "123A456B789C*0#D".indexOf(key);
        double row = detune * new double[] {697, 770, 852, 941}[at / 4];
        double column = detune * new double[] {1_209, 1_336, 1_477, 1_633}[at % 4];
        double stronger = Math.pow(10, twistDb / 40);
        return sound(
                seconds,
                t -> 4_600
                        * (stronger * Math.sin(2 * Math.PI * row * t) + Math.sin(2 * Math.PI * column * t) / stronger));
    }

    /** Taps on a quiet line at these moments: 3 kHz bursts that die away in some 10 ms, -12 dBFS at their peak. */
    public static short[] taps(double seconds, double... moments) {
        short[] sound = silence(seconds);
        Random random = new Random(4);
        for (double moment : moments) {
            int start = (int) (moment * RATE);
            for (int i = 0; i < 400 && start + i < sound.length; i++) {
                double ring = 8_000 * Math.exp(-i / 60.0) * Math.sin(2 * Math.PI * 1_100 * i / RATE);
                sound[start + i] = clip(sound[start + i] + ring + 2_000 * Math.exp(-i / 30.0) * random.nextGaussian());
            }
        }
        return sound;
    }

    /** The second laid under the first, repeated as needed and scaled to {@code snrDb} below the first's power. */
    public static short[] mix(short[] speech, short[] noise, double snrDb) {
        double scale = Math.sqrt(power(speech) / power(noise) / Math.pow(10, snrDb / 10));
        short[] mixed = new short[speech.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = clip(speech[i] + scale * noise[i % noise.length]);
        }
        return mixed;
    }

    /** The sound scaled to this level, in dBFS. */
    public static short[] atLevel(short[] sound, double dbfs) {
        double[] exact = new double[sound.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = sound[i];
        }
        return atLevel(exact, dbfs);
    }

    /** The sound, of any scale, at this level in dBFS. */
    public static short[] atLevel(double[] sound, double dbfs) {
        double sum = 0;
        for (double sample : sound) {
            sum += sample * sample;
        }
        double scale = Math.pow(10, dbfs / 20) * 32_768 / Math.sqrt(sum / sound.length);
        short[] scaled = new short[sound.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = clip(scale * sound[i]);
        }
        return scaled;
    }

    /** The sound as it leaves a telephone: with a little noise of the line, in mu-law's 256 steps (approximately). */
    public static short[] throughMuLaw(short[] sound, Random random) {
        short[] out = new short[sound.length];
        double noise = Math.pow(10, random.nextDouble() * 1.3);
        for (int i = 0; i < out.length; i++) {
            double value = Math.clamp(sound[i] + noise * random.nextGaussian(), -32_124, 32_124);
            double code = Math.round(127 * Math.log1p(255 * Math.abs(value) / 32_768) / Math.log(256));
            out[i] = clip(Math.signum(value) * (Math.pow(256, code / 127) - 1) / 255 * 32_768);
        }
        return out;
    }

    /** An emergency vehicle: wail, yelp or two tones through a horn, far or near, in some noise of the street. */
    public static short[] siren(double seconds, Random random) {
        int kind = random.nextInt(3);
        double period = new double[] {
                    3 + 3 * random.nextDouble(), 0.25 + 0.2 * random.nextDouble(), 1 + random.nextDouble()
                }
                [kind];
        double low = 450 + 250 * random.nextDouble();
        double high = low * (kind == 2 ? 1.33 : 1.8 + 0.7 * random.nextDouble());
        double street = Math.pow(10, -(5 + 15 * random.nextDouble()) / 20);
        double[] phase = {0};
        double[] rumble = {0};
        double[] sound = new double[(int) (seconds * RATE)];
        for (int i = 0; i < sound.length; i++) {
            double turn = (double) i / RATE / period % 1;
            double up = kind == 2 ? (turn < 0.5 ? 0 : 1) : turn < 0.4 ? turn / 0.4 : (1 - turn) / 0.6;
            phase[0] += 2 * Math.PI * low * Math.pow(high / low, up) / RATE;
            rumble[0] = 0.9 * rumble[0] + random.nextGaussian();
            sound[i] = Math.tanh(2 * Math.sin(phase[0]) + 0.5) + street * rumble[0] / 2.3;
        }
        return atLevel(sound, -32 + 14 * random.nextDouble());
    }

    public static short[] after(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The samples as {@code audio/L16}: 16 bits, most significant byte first. */
    public static byte[] l16(short[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) (samples[i] >> 8);
            bytes[2 * i + 1] = (byte) samples[i];
        }
        return bytes;
    }

    private static double power(short[] sound) {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return sum / sound.length;
    }

    private static short[] sound(double seconds, java.util.function.DoubleUnaryOperator at) {
        short[] samples = new short[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clip(at.applyAsDouble((double) i / RATE));
        }
        return samples;
    }

    private static short clip(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
