package id.tanggap.triage.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the detector on a folder of recordings that is not part of the product: 8 kHz 16-bit WAV files and a
 * {@code manifest.csv} of file, label, has_speech. Run with
 * {@code mvn test -pl triage-service -am -Dtest=CorpusMeasurement -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtanggap.audio.corpus=FOLDER}. It prints and judges nothing; what must hold is in {@link SpeechDetectorTest}.
 */
@EnabledIfSystemProperty(named = "tanggap.audio.corpus", matches = ".+")
class CorpusMeasurement {

    private static final int WAV_HEADER = 44;

    private record Clip(int number, String label, boolean spoken, double speechSeconds) {}

    @Test
    void measure() throws IOException {
        Path corpus = Path.of(System.getProperty("tanggap.audio.corpus"));
        List<Clip> clips = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("manifest.csv")).subList(1, lines(corpus))) {
            String[] cells = line.split(",");
            clips.add(new Clip(clips.size(), cells[1], cells[2].equals("1"), speech(corpus.resolve(cells[0]))));
        }
        Map<String, List<Double>> byLabel = new TreeMap<>();
        clips.forEach(clip -> byLabel.computeIfAbsent(clip.label(), label -> new ArrayList<>())
                .add(clip.speechSeconds()));
        byLabel.forEach((label, seconds) -> print(
                "%-22s n=%2d median speech %.2f s, at least 0.6 s: %3.0f%%, at least 0.2 s: %3.0f%%",
                label, seconds.size(), median(seconds), share(seconds, 0.6), share(seconds, 0.2)));
        for (int half = 0; half < 2; half++) {
            int parity = half;
            Predicate<Clip> mine = clip -> clip.number() % 2 == parity;
            print(
                    "%s half: AUROC against silence, engines and keys %.3f, against all without speech %.3f",
                    parity == 0 ? "even" : "odd",
                    auroc(
                            clips,
                            mine.and(clip -> !clip.label().equals("crying_baby")
                                    && !clip.label().equals("other_noise"))),
                    auroc(clips, mine.and(clip -> !clip.label().equals("crying_baby"))));
        }
    }

    private static int lines(Path corpus) throws IOException {
        return Files.readAllLines(corpus.resolve("manifest.csv")).size();
    }

    private static double speech(Path file) throws IOException {
        byte[] wav = Files.readAllBytes(file);
        short[] samples = new short[(wav.length - WAV_HEADER) / 2];
        for (int i = 0; i < samples.length; i++) {
            int at = WAV_HEADER + 2 * i;
            samples[i] = (short) (wav[at] & 0xFF | wav[at + 1] << 8);
        }
        SpeechDetector detector = new SpeechDetector(DetectorState.START);
        detector.accept(samples);
        return detector.heard(0).speech().toMillis() / 1_000.0;
    }

    private static double auroc(Collection<Clip> clips, Predicate<Clip> wanted) {
        double wins = 0;
        int pairs = 0;
        for (Clip voice : clips.stream().filter(wanted.and(Clip::spoken)).toList()) {
            for (Clip other :
                    clips.stream().filter(wanted.and(clip -> !clip.spoken())).toList()) {
                wins += 0.5 + Math.signum(voice.speechSeconds() - other.speechSeconds()) / 2;
                pairs++;
            }
        }
        return wins / pairs;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted(Comparator.naturalOrder()).toList().get(seconds.size() / 2);
    }

    private static double share(List<Double> seconds, double least) {
        return 100.0 * seconds.stream().filter(value -> value >= least).count() / seconds.size();
    }

    private static void print(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
