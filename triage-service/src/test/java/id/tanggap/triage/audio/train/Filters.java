package id.tanggap.triage.audio.train;

/** Small filters for making sounds; 8,000 samples a second. */
final class Filters {

    static final int RATE = 8_000;

    private Filters() {}

    /** A resonance at this frequency and bandwidth in Hz, gain about 1 at its peak. */
    static double[] resonance(double[] sound, double frequency, double bandwidth) {
        double radius = Math.exp(-Math.PI * bandwidth / RATE);
        double feedback = 2 * radius * Math.cos(2 * Math.PI * frequency / RATE);
        double[] out = new double[sound.length];
        double last = 0;
        double before = 0;
        for (int i = 0; i < sound.length; i++) {
            double value = (1 - radius) * sound[i] + feedback * last - radius * radius * before;
            before = last;
            last = value;
            out[i] = value;
        }
        return out;
    }

    static double[] lowPass(double[] sound, double frequency) {
        double share = 1 - Math.exp(-2 * Math.PI * frequency / RATE);
        double[] out = new double[sound.length];
        double value = 0;
        for (int i = 0; i < sound.length; i++) {
            value += share * (sound[i] - value);
            out[i] = value;
        }
        return out;
    }

    static double[] highPass(double[] sound, double frequency) {
        double[] low = lowPass(sound, frequency);
        double[] out = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = sound[i] - low[i];
        }
        return out;
    }

    /** Adds the second at this gain. */
    static double[] add(double[] sound, double[] other, double gain) {
        double[] out = sound.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += gain * other[i % other.length];
        }
        return out;
    }

    /** At a root mean square of 1. */
    static double[] unit(double[] sound) {
        double sum = 1e-12;
        for (double sample : sound) {
            sum += sample * sample;
        }
        double scale = Math.sqrt(sound.length / sum);
        double[] out = new double[sound.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = scale * sound[i];
        }
        return out;
    }
}
