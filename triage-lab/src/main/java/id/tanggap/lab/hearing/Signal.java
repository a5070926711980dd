package id.tanggap.lab.hearing;

/** Samples of a telephone line, 16 bits, as numbers and as bytes. */
final class Signal {

    private Signal() {}

    /** The sound, of any scale, at this level in dBFS. */
    static short[] atLevel(double[] sound, double dbfs) {
        double sum = 0;
        for (double sample : sound) {
            sum += sample * sample;
        }
        double scale = Math.pow(10, dbfs / 20) * 32_768 / Math.sqrt(sum / sound.length);
        short[] scaled = new short[sound.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short) Math.clamp(Math.round(scale * sound[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return scaled;
    }

    static double[] exact(short[] sound) {
        double[] exact = new double[sound.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = sound[i];
        }
        return exact;
    }

    /** As {@code audio/L16}: the most significant byte first. */
    static byte[] l16(short[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) (samples[i] >> 8);
            bytes[2 * i + 1] = (byte) samples[i];
        }
        return bytes;
    }
}
