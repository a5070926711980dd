package id.tanggap.triage.audio.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads WAV files of any rate as one channel of 8,000 samples a second, at unit power. */
final class Recordings {

    /** Half the width of the low-pass that keeps what is above 4 kHz from folding down, in samples of the result. */
    private static final int REACH = 16;

    private Recordings() {}

    static List<double[]> read(Path folder, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
        List<double[]> sounds = new ArrayList<>();
        // Every n-th, so that few files are not all of one letter.
        for (int i = 0; i < files.size(); i += Math.max(1, files.size() / most)) {
            try {
                sounds.add(Filters.unit(wav(files.get(i))));
            } catch (UnsupportedAudioFileException e) {
                throw new IOException(files.get(i) + " is no WAV file", e);
            }
        }
        return sounds;
    }

    private static double[] wav(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream source = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = source.getFormat();
            AudioFormat plain = new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false);
            byte[] bytes = AudioSystem.getAudioInputStream(plain, source).readAllBytes();
            int step = 2 * format.getChannels();
            double[] samples = new double[bytes.length / step];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (bytes[i * step] & 0xFF | bytes[i * step + 1] << 8) / 32_768.0;
            }
            return resampled(samples, format.getSampleRate() / Filters.RATE);
        }
    }

    /** Every {@code ratio}-th sample, by a windowed sinc. */
    private static double[] resampled(double[] samples, double ratio) {
        if (ratio == 1) {
            return samples;
        }
        double[] out = new double[(int) (samples.length / ratio)];
        double cut = Math.max(1, ratio);
        for (int i = 0; i < out.length; i++) {
            double centre = i * ratio;
            int from = (int) Math.max(0, centre - REACH * cut);
            int to = (int) Math.min(samples.length - 1, centre + REACH * cut);
            for (int j = from; j <= to; j++) {
                double x = (j - centre) / cut;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / REACH);
                double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                out[i] += samples[j] * window * sinc / cut;
            }
        }
        return out;
    }
}
