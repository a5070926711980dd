package id.tanggap.triage.audio.train;

import static id.tanggap.triage.audio.train.Filters.RATE;

import java.util.List;
import java.util.Random;

/** Engines: loops from a game's data at changing speed, and synthetic exhausts, chainsaws, rotors and generators. */
final class Machines {

    private final Random random;
    private final List<double[]> loops;

    Machines(Random random, List<double[]> loops) {
        this.random = random;
        this.loops = loops;
    }

    double[] any(int length) {
        return made(random.nextInt(loops.isEmpty() ? 4 : 6), length);
    }

    double[] synthetic(int length) {
        return made(random.nextInt(4), length);
    }

    private double[] made(int kind, int length) {
        return switch (kind) {
            case 0 -> firing(length, between(18, 120), 0.02, false);
            case 1 -> firing(length, between(70, 220), 0.01, true);
            case 2 -> rotor(length);
            case 3 -> generator(length);
            default -> recorded(length);
        };
    }

    /** A recorded loop whose speed wanders as a foot on the pedal makes it. */
    double[] recorded(int length) {
        double[] loop = loops.get(random.nextInt(loops.size()));
        double[] speed = wander(length, between(0.5, 1.5), between(0, 0.5));
        return played(loop, speed);
    }

    /** Round and round, begun anywhere. */
    private double[] played(double[] loop, double[] speed) {
        double[] out = new double[speed.length];
        double at = random.nextInt(loop.length);
        for (int i = 0; i < out.length; i++) {
            int index = (int) at;
            double part = at - index;
            out[i] = loop[index % loop.length] * (1 - part) + loop[(index + 1) % loop.length] * part;
            at += speed[i];
        }
        return out;
    }

    /** This engine as a hand on the throttle makes it: in steps or glides of a moment, faster and louder or slower, or off. */
    double[] revved(double[] engine) {
        int length = engine.length;
        double depth = between(0.03, 0.5);
        double loudness = between(0, 6);
        double perOctave = between(0, 8);
        boolean stalls = random.nextInt(7) == 0;
        boolean glides = random.nextBoolean();
        double[] speed = new double[length];
        double[] decibels = new double[length];
        double lastSpeed = 1;
        double lastDecibels = 0;
        for (int start = 0; start < length; ) {
            double octaves = depth * random.nextGaussian();
            double nextSpeed = Math.clamp(Math.exp(octaves), 0.3, 3);
            boolean off = stalls && random.nextInt(4) == 0;
            double nextDecibels = loudness * random.nextGaussian() + perOctave * octaves / Math.log(2) - (off ? 25 : 0);
            int end = Math.min(length, start + (int) (RATE * 0.08 * Math.pow(25, random.nextDouble())));
            // Even a step takes a moment.
            int change = glides ? end - start : Math.min(end - start, (int) (RATE * between(0.01, 0.12)));
            for (int i = start; i < end; i++) {
                double share = Math.min(1, (double) (i - start) / change);
                speed[i] = lastSpeed + share * (nextSpeed - lastSpeed);
                decibels[i] = lastDecibels + share * (nextDecibels - lastDecibels);
            }
            lastSpeed = nextSpeed;
            lastDecibels = nextDecibels;
            start = end;
        }
        double[] out = played(engine, speed);
        for (int i = 0; i < length; i++) {
            out[i] *= Math.pow(10, decibels[i] / 20);
        }
        return out;
    }

    /** Combustion: pulses at the firing rate through a pipe's resonances, each a little different. */
    private double[] firing(int length, double rate, double jitter, boolean harsh) {
        double[] speed = wander(length, 1, between(0, 0.6));
        double[] pulses = new double[length];
        double next = 0;
        for (int i = 0; i < length; i++) {
            if (i >= next) {
                pulses[i] = 1 + 0.3 * random.nextGaussian();
                next += RATE / (rate * speed[i]) * (1 + jitter * random.nextGaussian());
            }
        }
        double[] hiss = new double[length];
        double blast = 0;
        double decay = Math.exp(-rate / RATE * between(1, 4));
        for (int i = 0; i < length; i++) {
            blast = Math.max(blast * decay, pulses[i]);
            hiss[i] = blast * random.nextGaussian();
        }
        double[] source = Filters.add(Filters.unit(pulses), Filters.unit(hiss), between(0.1, 0.9));
        double[] out = Filters.add(new double[length], Filters.lowPass(source, between(200, 900)), 0.5);
        for (int pipe = 0; pipe < 3; pipe++) {
            double frequency = harsh ? between(400, 3_200) : between(90, 1_500);
            out = Filters.add(
                    out,
                    Filters.unit(Filters.resonance(source, frequency, frequency * between(0.15, 0.6))),
                    between(0.2, 1));
        }
        return Filters.add(Filters.unit(out), noise(length, between(300, 2_500)), between(0.02, 0.4));
    }

    /** A helicopter: thumps of air at 8 to 25 Hz, a tail rotor, a turbine. */
    private double[] rotor(int length) {
        double rate = between(8, 25);
        double sharp = between(1, 6);
        double[] air = noise(length, between(250, 1_800));
        double tail = between(50, 160);
        double whine = between(800, 3_000);
        double tailGain = between(0, 0.5);
        double whineGain = between(0, 0.15);
        double depth = between(0.4, 1);
        double phase = 0;
        double[] out = new double[length];
        double[] speed = wander(length, 1, 0.05);
        for (int i = 0; i < length; i++) {
            phase += rate * speed[i] / RATE;
            double thump = Math.pow(0.5 + 0.5 * Math.cos(2 * Math.PI * phase), sharp);
            out[i] = air[i] * (1 - depth + depth * thump * 2)
                    + tailGain * Math.sin(2 * Math.PI * tail * i / RATE)
                    + whineGain * Math.sin(2 * Math.PI * whine * i / RATE);
        }
        return out;
    }

    /** Mains or a motor held at one speed: harmonics and air. */
    private double[] generator(int length) {
        double base = between(25, 120);
        double tilt = between(0.3, 1.5);
        double[] out = noise(length, between(200, 2_000));
        double air = between(0.2, 0.9);
        double[] gains = new double[40];
        for (int h = 0; h < gains.length; h++) {
            gains[h] = random.nextDouble() / Math.pow(h + 1, tilt);
        }
        for (int i = 0; i < length; i++) {
            double tones = 0;
            for (int h = 0; h < gains.length && base * (h + 1) < 3_500; h++) {
                tones += gains[h] * Math.sin(2 * Math.PI * base * (h + 1) * i / RATE + h * h);
            }
            out[i] = air * out[i] + tones;
        }
        return out;
    }

    /** Speed around a mean, moving by up to this share within seconds. */
    private double[] wander(int length, double mean, double share) {
        double slow = between(0.1, 0.6);
        double start = between(0, 2 * Math.PI);
        double[] speed = new double[length];
        for (int i = 0; i < length; i++) {
            speed[i] = mean * (1 + share * Math.sin(start + 2 * Math.PI * slow * i / RATE));
        }
        return speed;
    }

    /** Noise that falls off above this frequency, of unit power. */
    private double[] noise(int length, double above) {
        double[] white = new double[length];
        for (int i = 0; i < length; i++) {
            white[i] = random.nextGaussian();
        }
        return Filters.unit(Filters.lowPass(white, above));
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
