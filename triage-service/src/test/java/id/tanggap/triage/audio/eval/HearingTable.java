package id.tanggap.triage.audio.eval;

import id.tanggap.triage.audio.AudioEncoding;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import id.tanggap.triage.audio.SileroModel;
import id.tanggap.triage.audio.Sounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures on a folder of labelled clips how well the line is heard, and prints each figure with its number of cases and
 * its interval at 95%. It judges nothing. Run its {@code main} with the folder.
 */
public final class HearingTable {

    /** Speech from which a call of five seconds counts as spoken in: fixed before measuring, as a policy would. */
    private static final Duration SPOKEN = Duration.ofMillis(300);

    /** Crying or siren from which it counts as evidence: two half seconds. */
    private static final Duration EVIDENCE = Duration.ofMillis(1_000);

    private static final int SIRENS = 90;
    private static final int CHUNK = 2_000;

    private final LineListener listener;
    private final List<Clip> clips;

    HearingTable(LineListener listener, List<Clip> clips) {
        this.listener = listener;
        this.clips = clips;
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try (SileroModel model = SileroModel.load()) {
            new HearingTable(LineListener.with(model), Clip.read(Path.of(args[0]))).print();
        }
    }

    void print() {
        speechPresent();
        speechUnderEngines();
        briefSpeech();
        mistaken();
        engines();
        distress();
        keys();
        byLabel();
    }

    private void speechPresent() {
        List<Clip> spoken = clips.stream().filter(Clip::spoken).toList();
        List<Clip> others = clips.stream().filter(clip -> !clip.spoken()).toList();
        auroc("speech present, all clips", seconds(spoken, Heard::speech), seconds(others, Heard::speech));
    }

    private void speechUnderEngines() {
        Mixtures mixtures = new Mixtures(1);
        List<short[]> engines = sounds(is("engine_only"));
        double[] alone = engines.stream()
                .flatMap(engine -> Stream.generate(() -> mixtures.alone(engine)).limit(3))
                .mapToDouble(sound -> seconds(hear(sound).speech()))
                .toArray();
        for (double snr : new double[] {0, -5, -10}) {
            double[] under = sounds(is("speech_clean")).stream()
                    .flatMap(speech -> Stream.generate(
                                    () -> mixtures.speech(speech, engines.get(mixtures.pick(engines.size())), snr))
                            .limit(4))
                    .mapToDouble(sound -> seconds(hear(sound).speech()))
                    .toArray();
            auroc("speech mixed with engine at %.0f dB".formatted(snr), under, alone);
        }
    }

    private void briefSpeech() {
        Mixtures mixtures = new Mixtures(2);
        List<short[]> engines = sounds(is("engine_only"));
        double[] alone = engines.stream()
                .flatMap(engine -> Stream.generate(() -> mixtures.alone(engine)).limit(6))
                .mapToDouble(sound -> seconds(hear(sound).speech()))
                .sorted()
                .toArray();
        double threshold = alone[(int) Math.ceil(0.98 * alone.length) - 1];
        double[] brief = sounds(is("speech_clean")).stream()
                .flatMap(speech -> Stream.generate(
                                () -> mixtures.brief(speech, engines.get(mixtures.pick(engines.size())), 5))
                        .limit(6))
                .mapToDouble(sound -> seconds(hear(sound).speech()))
                .toArray();
        share(
                "speech under 1 s in 5 s of engine at 5 dB found at 2%% false alarms (over %.2f s)"
                        .formatted(threshold),
                Arrays.stream(brief).filter(value -> value > threshold).count(),
                brief.length);
    }

    private void mistaken() {
        share(
                "engine only taken for speech",
                count(is("engine_only"), this::isSpoken),
                sounds(is("engine_only")).size());
        Predicate<Clip> whisper = is("speech_whisper_level");
        share(
                "whisper taken for silence",
                count(whisper, heard -> !isSpoken(heard)),
                sounds(whisper).size());
    }

    private boolean isSpoken(Heard heard) {
        return heard.speech().compareTo(SPOKEN) >= 0;
    }

    private void engines() {
        Predicate<Clip> torcs = clip -> clip.source().contains("torcs");
        List<Clip> others = clips.stream().filter(is("engine_only").negate()).toList();
        List<Clip> withoutEngine =
                others.stream().filter(is("speech_engine").negate()).toList();
        List<Clip> all = clips.stream().filter(is("engine_only")).toList();
        auroc("engine against all else, speech over engines included", engine(all), engine(others));
        auroc("engine against all without an engine", engine(all), engine(withoutEngine));
        auroc(
                "the same, engines of a source not trained on",
                engine(all.stream().filter(torcs.negate()).toList()),
                engine(withoutEngine));
    }

    private void distress() {
        Predicate<Heard> evidence = heard -> heard.distress().compareTo(EVIDENCE) >= 0;
        share(
                "crying counted as evidence",
                count(is("crying_baby"), evidence),
                sounds(is("crying_baby")).size());
        Sirens sirens = new Sirens(3);
        Mixtures mixtures = new Mixtures(3);
        List<short[]> engines = sounds(is("engine_only"));
        for (double snr : new double[] {20, 5}) {
            long found = IntStream.range(0, SIRENS)
                    .mapToObj(siren -> mixtures.speech(sirens.any(), engines.get(mixtures.pick(engines.size())), snr))
                    .map(this::hear)
                    .filter(evidence)
                    .count();
            share("siren (synthetic) %.0f dB over an engine counted as evidence".formatted(snr), found, SIRENS);
        }
        Predicate<Clip> calm = is("crying_baby").negate();
        share(
                "anything else counted as distress",
                count(calm, evidence),
                sounds(calm).size());
    }

    private void keys() {
        Predicate<Clip> pressed = is("dtmf");
        share(
                "keys heard in DTMF clips",
                count(pressed, heard -> !heard.keys().isEmpty()),
                sounds(pressed).size());
        share(
                "keys heard elsewhere",
                count(pressed.negate(), heard -> !heard.keys().isEmpty()),
                sounds(pressed.negate()).size());
        share("taps heard anywhere", count(clip -> true, heard -> heard.taps() > 0), clips.size());
    }

    private void byLabel() {
        System.out.println();
        for (String label : clips.stream().map(Clip::label).distinct().sorted().toList()) {
            List<Heard> heard = sounds(is(label)).stream().map(this::hear).toList();
            System.out.printf(
                    "%-22s n=%3d  median s: speech %.2f engine %.2f other %.2f silence %.2f distress %.2f%n",
                    label,
                    heard.size(),
                    median(heard, Heard::speech),
                    median(heard, Heard::engine),
                    median(heard, Heard::other),
                    median(heard, Heard::silence),
                    median(heard, Heard::distress));
        }
    }

    private static double median(List<Heard> all, Function<Heard, Duration> time) {
        double[] sorted = all.stream()
                .mapToDouble(heard -> seconds(time.apply(heard)))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static Predicate<Clip> is(String label) {
        return clip -> clip.label().equals(label);
    }

    private List<short[]> sounds(Predicate<Clip> wanted) {
        return clips.stream().filter(wanted).map(Clip::sound).toList();
    }

    private long count(Predicate<Clip> wanted, Predicate<Heard> hit) {
        return sounds(wanted).stream().map(this::hear).filter(hit).count();
    }

    private double[] seconds(List<Clip> wanted, Function<Heard, Duration> time) {
        return wanted.stream()
                .mapToDouble(clip -> seconds(time.apply(hear(clip.sound()))))
                .toArray();
    }

    /** The engine's share of the time in which there is sound; under half a second of sound says little. */
    private double[] engine(List<Clip> wanted) {
        return wanted.stream()
                .map(clip -> hear(clip.sound()))
                .mapToDouble(heard -> seconds(heard.engine())
                        / Math.max(0.5, seconds(heard.total().minus(heard.silence()))))
                .toArray();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Listens to it as to a call: in chunks of 250 ms. */
    Heard hear(short[] sound) {
        Listening call = listener.resume(ListeningState.START);
        List<LineListener.Turn> turns = new ArrayList<>();
        for (int start = 0; start < sound.length; start += CHUNK) {
            byte[] data = Sounds.l16(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + CHUNK)));
            turns.add(new LineListener.Turn(call, new Chunk(turns.size(), AudioEncoding.L16, data), true));
        }
        listener.hear(turns);
        return call.heard();
    }

    private static void auroc(String name, double[] positives, double[] negatives) {
        row(
                name,
                "AUROC",
                Figures.auroc(positives, negatives),
                "n=%d:%d".formatted(positives.length, negatives.length));
    }

    private static void share(String name, long hits, long of) {
        row(name, "share", Figures.share(hits, of), "n=%d/%d".formatted(hits, of));
    }

    private static void row(String name, String kind, Figures.Figure figure, String cases) {
        System.out.printf("%-80s %s %s %s%n", name, kind, figure, cases);
    }
}
