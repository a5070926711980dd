package id.tanggap.triage.audio.train;

import static id.tanggap.triage.audio.train.Filters.RATE;

import java.util.Random;

/** Sounds that are neither engine nor voice, synthetic: rain, sea, wind, fire, clocks, dogs, birds, music, tones, knocks. */
final class Surroundings {

    private final Random random;

    Surroundings(Random random) {
        this.random = random;
    }

    double[] any(int length) {
        return random.nextInt(3) == 0 ? steady(length) : changing(length);
    }

    /** What sounds as evenly as an engine and is none: water, air, a crowd far away, heard through any room. */
    double[] steady(int length) {
        return switch (random.nextInt(4)) {
            case 0 -> rain(length);
            case 1 -> sea(length);
            default -> room(length);
        };
    }

    private double[] room(int length) {
        double[] source = white(length);
        double[] out = shaped(source);
        for (int wall = 0; wall < 1 + random.nextInt(4); wall++) {
            double frequency = between(100, 3_200);
            double[] resonant = Filters.resonance(source, frequency, frequency * between(0.15, 1));
            out = Filters.add(out, Filters.unit(resonant), between(0.2, 2));
        }
        double[] breath = Filters.unit(Filters.lowPass(white(length), between(0.5, 8)));
        double depth = between(0, 0.3);
        for (int i = 0; i < length; i++) {
            out[i] *= Math.max(0, 1 + depth * breath[i]);
        }
        return out;
    }

    private double[] changing(int length) {
        return switch (random.nextInt(11)) {
            case 0 -> rain(length);
            case 1 -> sea(length);
            case 2 -> wind(length);
            case 3 -> fire(length);
            case 4 -> clock(length);
            case 5 -> barks(length, between(350, 1_000), 0.08, 0.3);
            case 6 -> barks(length, between(400, 900), 0.3, 0.9);
            case 7 -> birds(length);
            case 8 -> music(length);
            case 9 -> tones(length);
            default -> bursts(length);
        };
    }

    private double[] rain(int length) {
        double[] out = shaped(white(length));
        double drops = between(0, 60);
        return Filters.add(out, Filters.unit(clicks(length, drops + 1, 0.002)), between(0, 0.6));
    }

    private double[] sea(int length) {
        double[] out = shaped(white(length));
        double rate = between(0.08, 0.35);
        double start = between(0, 6);
        double depth = between(0.3, 0.95);
        for (int i = 0; i < length; i++) {
            double swell = 0.5 + 0.5 * Math.sin(start + 2 * Math.PI * rate * i / RATE);
            out[i] *= 1 - depth + depth * swell * swell;
        }
        return out;
    }

    private double[] wind(int length) {
        double[] gust = Filters.lowPass(white(length), between(0.5, 3));
        double[] out = Filters.lowPass(white(length), between(150, 700));
        double[] unit = Filters.unit(gust);
        for (int i = 0; i < length; i++) {
            out[i] *= Math.exp(between(0.4, 0.8) * unit[i]);
        }
        return out;
    }

    private double[] fire(int length) {
        double[] out = Filters.unit(clicks(length, between(3, 40), between(0.001, 0.006)));
        return Filters.add(out, Filters.unit(Filters.lowPass(white(length), between(200, 2_000))), between(0.05, 0.7));
    }

    private double[] clock(int length) {
        double[] out = new double[length];
        double period = RATE * between(0.25, 1.05);
        double ring = between(800, 3_000);
        for (double at = random.nextInt(4_000); at < length; at += period) {
            burst(out, (int) at, between(0.003, 0.02), ring, 1);
        }
        return Filters.add(out, white(length), between(0.001, 0.02));
    }

    /** Short harmonic calls that fall: dogs, and longer ones with a break, cocks. */
    private double[] barks(int length, double pitch, double shortest, double longest) {
        double[] out = new double[length];
        for (int at = random.nextInt(RATE); at < length; at += (int) (RATE * between(0.3, 1.8))) {
            int call = (int) (RATE * between(shortest, longest));
            double phase = 0;
            double rough = between(0.1, 1.5);
            double height = pitch * between(0.9, 1.2);
            for (int i = 0; i < call && at + i < length; i++) {
                double turn = (double) i / call;
                phase += 2 * Math.PI * height * (1.1 - 0.5 * turn) / RATE;
                double voice = 0;
                for (int h = 1; h < 7; h++) {
                    voice += Math.sin(h * phase) / h;
                }
                out[at + i] += Math.sin(Math.PI * Math.sqrt(turn)) * (voice + rough * random.nextGaussian());
            }
        }
        return Filters.add(out, shaped(white(length)), between(0.005, 0.1));
    }

    private double[] birds(int length) {
        double[] out = new double[length];
        for (int at = 0; at < length; at += (int) (RATE * between(0.1, 0.8))) {
            double from = between(1_800, 3_400);
            double to = between(1_800, 3_400);
            int call = (int) (RATE * between(0.04, 0.25));
            double phase = 0;
            for (int i = 0; i < call && at + i < length; i++) {
                phase += 2 * Math.PI * (from + (to - from) * i / call) / RATE;
                out[at + i] += Math.sin(phase) * Math.sin(Math.PI * i / call);
            }
        }
        return Filters.add(out, shaped(white(length)), between(0.02, 0.3));
    }

    private double[] music(int length) {
        double[] out = new double[length];
        int beat = (int) (RATE * between(0.15, 0.6));
        for (int at = 0; at < length; at += beat) {
            for (int note = 0; note < 1 + random.nextInt(3); note++) {
                double pitch = 110 * Math.pow(2, random.nextInt(36) / 12.0);
                double decay = between(1, 6) / RATE;
                for (int i = 0; i < 3 * beat && at + i < length; i++) {
                    double voice = 0;
                    for (int h = 1; h < 6 && h * pitch < 3_600; h++) {
                        voice += Math.sin(2 * Math.PI * h * pitch * i / RATE) / h;
                    }
                    out[at + i] += voice * Math.exp(-decay * i);
                }
            }
            burst(out, at, between(0.01, 0.06), between(100, 2_500), random.nextInt(3));
        }
        return out;
    }

    /** Tones of the network and horns: held, or on and off. */
    private double[] tones(int length) {
        double first = between(300, 1_700);
        double second = random.nextBoolean() ? first * between(1.05, 1.6) : 0;
        double on = between(0.1, 3);
        double off = random.nextInt(3) == 0 ? 0 : between(0.1, 3);
        double[] out = new double[length];
        for (int i = 0; i < length; i++) {
            boolean sounds = (double) i / RATE % (on + off) < on;
            out[i] = sounds ? Math.sin(2 * Math.PI * first * i / RATE) + Math.sin(2 * Math.PI * second * i / RATE) : 0;
        }
        return Filters.add(out, shaped(white(length)), between(0.003, 0.1));
    }

    /** Coughs, sneezes, slams, steps, claps, a hand on the microphone. */
    private double[] bursts(int length) {
        double[] out = new double[length];
        for (int at = random.nextInt(RATE); at < length; at += (int) (RATE * between(0.2, 1.8))) {
            burst(out, at, between(0.01, 0.25), between(150, 2_500), between(0.3, 1));
        }
        return Filters.add(out, shaped(white(length)), between(0.003, 0.1));
    }

    private void burst(double[] out, int at, double decay, double frequency, double gain) {
        double[] hiss = new double[(int) (5 * decay * RATE) + 8];
        for (int i = 0; i < hiss.length; i++) {
            hiss[i] = random.nextGaussian() * Math.exp(-i / decay / RATE);
        }
        double[] rung = Filters.unit(Filters.resonance(hiss, frequency, frequency * between(0.2, 1)));
        for (int i = 0; i < rung.length && at + i < out.length; i++) {
            out[at + i] += gain * rung[i];
        }
    }

    private double[] clicks(int length, double perSecond, double decay) {
        double[] out = new double[length];
        for (double at = 0; at < length; at += -Math.log(random.nextDouble()) * RATE / perSecond) {
            burst(out, (int) at, decay * between(0.5, 2), between(600, 3_200), Math.exp(random.nextGaussian()));
        }
        return out;
    }

    private double[] shaped(double[] sound) {
        double[] low = Filters.lowPass(sound, between(200, 3_000));
        return Filters.unit(Filters.add(low, Filters.highPass(sound, between(500, 3_000)), between(0, 1)));
    }

    private double[] white(int length) {
        double[] white = new double[length];
        for (int i = 0; i < length; i++) {
            white[i] = random.nextGaussian();
        }
        return white;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
