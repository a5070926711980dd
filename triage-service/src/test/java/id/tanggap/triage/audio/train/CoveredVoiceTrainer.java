package id.tanggap.triage.audio.train;

import id.tanggap.triage.audio.CoveredBlocks;
import id.tanggap.triage.audio.Sounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes {@code covered.csv} anew, the same bytes on every run on one kind of processor: engines and surroundings alone
 * against the same with a voice 16 dB under to 4 dB over them. Arguments: the two folders that {@code recordings.sh} beside this class makes of Debian
 * packages (engines; voices, a folder for each speaker), and the file to write. None of the packages, voices and engines is
 * one that the measurement uses.
 */
public final class CoveredVoiceTrainer {

    private static final int LENGTH = 5 * Filters.RATE;
    private static final int CALLS = 16_000;
    private static final double RIDGE = 100;

    /** Half a second, as the service hears it. */
    private static final int BLOCK = 4_096;

    private static final int FRAME = 256;

    /** Of the loudest frame's power: below, a speaker pauses. */
    private static final double PAUSE = 1.0 / 300;

    /** Frames of a half second in which somebody speaks, of {@code BLOCK / FRAME}, from which it counts as spoken in. */
    private static final int SPOKEN = 7;

    private final Random random = new Random(20_250_523);
    private final Machines machines;
    private final Surroundings surroundings = new Surroundings(random);
    private final List<List<double[]>> speakers;
    private final List<short[]> waiting = new ArrayList<>();
    private final List<boolean[]> spoken = new ArrayList<>();
    private final List<Logistic.Case> cases = new ArrayList<>();

    private CoveredVoiceTrainer(List<double[]> engines, List<List<double[]>> speakers) {
        this.machines = new Machines(random, engines);
        this.speakers = speakers;
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<Path> folders;
        try (Stream<Path> all = Files.list(Path.of(args[1]))) {
            folders = all.sorted().toList();
        }
        List<List<double[]>> speakers = new ArrayList<>();
        for (Path folder : folders) {
            speakers.add(Recordings.read(folder, 150));
        }
        CoveredVoiceTrainer trainer = new CoveredVoiceTrainer(Recordings.read(Path.of(args[0]), 1_000), speakers);
        trainer.collect();
        trainer.write(Path.of(args[2]));
    }

    private void collect() {
        try (CoveredBlocks ears = new CoveredBlocks()) {
            for (int i = 0; i < CALLS; i++) {
                boolean engine = random.nextInt(8) > 0;
                double[] ground = Filters.unit(engine ? engine() : surroundings.any(LENGTH));
                if (random.nextInt(5) < 2) {
                    take(ground, null);
                } else {
                    take(ground, voice(), engine ? between(-16, 4) : between(-10, 10));
                }
                if (waiting.size() == CoveredBlocks.MOST_SOUNDS) {
                    hear(ears);
                }
            }
        }
    }

    private double[] engine() {
        double[] engine = random.nextInt(5) < 3 ? machines.recorded(LENGTH) : machines.synthetic(LENGTH);
        return coloured(random.nextBoolean() ? machines.revved(engine) : engine);
    }

    /** Half of the time as another microphone, room and distance would make it: each source has its own. */
    private double[] coloured(double[] sound) {
        if (random.nextBoolean()) {
            return sound;
        }
        double[] plain = Filters.unit(sound);
        double[] out = Filters.add(plain, Filters.lowPass(plain, between(200, 1_500)), between(-0.8, 3));
        for (int peak = 0; peak < 2; peak++) {
            double frequency = between(150, 3_500);
            double[] resonant = Filters.resonance(plain, frequency, frequency * between(0.15, 0.8));
            out = Filters.add(out, Filters.unit(resonant), between(0, 1));
        }
        return out;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Prompts of one speaker one after the other, lower and slower or higher and faster than they were spoken. */
    private double[] voice() {
        List<double[]> speaker = speakers.get(random.nextInt(speakers.size()));
        double speed = between(0.8, 1.3);
        int pause = new int[] {1_000, 3_000, 8_000}[random.nextInt(3)];
        double[] out = new double[LENGTH];
        int at = random.nextInt(6_000);
        while (at < LENGTH) {
            double[] prompt = speaker.get(random.nextInt(speaker.size()));
            int length = Math.min((int) ((prompt.length - 1) / speed), LENGTH - at);
            for (int i = 0; i < length; i++) {
                int before = (int) (i * speed);
                double part = i * speed - before;
                out[at + i] = prompt[before] * (1 - part) + prompt[before + 1] * part;
            }
            at += length + random.nextInt(pause);
        }
        return coloured(out);
    }

    private void take(double[] ground, double[] voice, double snrDb) {
        double[] frames = frames(voice);
        double loudest = Arrays.stream(frames).max().orElseThrow();
        double active = Arrays.stream(frames)
                .filter(frame -> frame > loudest / 1_000)
                .average()
                .orElseThrow();
        boolean[] speaks = new boolean[frames.length];
        for (int i = 0; i < frames.length; i++) {
            speaks[i] = frames[i] > loudest * PAUSE;
        }
        take(Filters.add(voice, ground, Math.sqrt(active / Math.pow(10, snrDb / 10))), speaks);
    }

    /** Through a telephone: its band, a level, its own noise, mu-law. */
    private void take(double[] sound, boolean[] speaks) {
        double[] band = Filters.lowPass(Filters.highPass(sound, between(60, 330)), between(2_500, 6_500));
        waiting.add(Sounds.throughMuLaw(Sounds.atLevel(band, between(-32, -14)), random));
        spoken.add(speaks);
    }

    private static double[] frames(double[] sound) {
        double[] frames = new double[sound.length / FRAME];
        for (int i = 0; i < frames.length * FRAME; i++) {
            frames[i / FRAME] += sound[i] * sound[i] / FRAME;
        }
        return frames;
    }

    private void hear(CoveredBlocks ears) {
        List<List<float[]>> heard = ears.of(waiting);
        for (int call = 0; call < heard.size(); call++) {
            for (int block = 0; block < heard.get(call).size(); block++) {
                learn(heard.get(call).get(block), spoken.get(call), block * BLOCK / FRAME);
            }
        }
        waiting.clear();
        spoken.clear();
    }

    /** A half second in which a speaker mostly pauses teaches neither. */
    private void learn(float[] features, boolean[] speaks, int from) {
        int frames = 0;
        for (int i = from; speaks != null && i < from + BLOCK / FRAME; i++) {
            frames += speaks[i] ? 1 : 0;
        }
        if (speaks == null || frames >= SPOKEN) {
            cases.add(new Logistic.Case(features, speaks != null, 1));
        }
    }

    private void write(Path file) throws IOException {
        double[] weights = Logistic.linear(cases, RIDGE);
        StringBuilder csv = new StringBuilder(
                """
                # Of each number that the voice model remembers: the weight of its mean, and then of its spread, over half a second, for
                # a voice that may be covered by an engine or another sound; first the constant.
                # Made by CoveredVoiceTrainer (test tree) from synthetic engines and surroundings, engines of Debian's
                # flightgear-data-base and searchandrescue-data, and voices of Debian's asterisk-core-sounds-fr and -it,
                # asterisk-prompt-it-menardi, -fr-armelle and -es-co, flightgear-data-base and gcin-voice. Do not edit: train again.
                """);
        int remembered = (weights.length - 1) / 2;
        csv.append("constant,%.5f%n".formatted(weights[0]));
        for (int i = 0; i < 2 * remembered; i++) {
            csv.append("%s-%d,%.5f%n".formatted(i < remembered ? "mean" : "spread", i % remembered, weights[i + 1]));
        }
        Files.writeString(file, csv.toString());
    }
}
