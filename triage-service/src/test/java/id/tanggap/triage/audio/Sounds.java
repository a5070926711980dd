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

    /** One tone, as a held key or a fax makes it. */
    public static short[] tone(double seconds) {
        return sound(seconds, t -> 8_000 * Math.sin(2 * Math.PI * 697 * t) + 8_000 * Math.sin(2 * Math.PI * 1_209 * t));
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
        double scale = Math.pow(10, dbfs / 20) * 32_768 / Math.sqrt(power(sound));
        short[] scaled = new short[sound.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = clip(scale * sound[i]);
        }
        return scaled;
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
