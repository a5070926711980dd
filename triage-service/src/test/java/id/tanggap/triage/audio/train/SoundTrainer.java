package id.tanggap.triage.audio.train;

import id.tanggap.triage.audio.FeatureBlocks;
import id.tanggap.triage.audio.Sounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes {@code sounds.csv} anew, the same bytes on every run. Needs the unpacked Debian packages {@code torcs-data} (engine
 * loops) and {@code asterisk-core-sounds-fr-wav}, {@code -it-wav} (voices that the measurement does not use); everything
 * else is synthetic. Arguments: the folder of engine loops, of voices, the file to write, and optionally one to which the
 * blocks' features go.
 */
public final class SoundTrainer {

    private static final int SECONDS = 5;
    private static final int LENGTH = SECONDS * Filters.RATE;
    private static final int CALLS = 3_000;
    private static final double RIDGE = 3;

    private final Random random = new Random(20_250_521);
    private final List<double[]> voices;
    private final Machines machines;
    private final Surroundings surroundings = new Surroundings(random);
    private final Cries cries = new Cries(random);
    private final List<Logistic.Case> engine = new ArrayList<>();
    private final List<Logistic.Case> distress = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    private SoundTrainer(List<double[]> loops, List<double[]> voices) {
        this.voices = voices;
        this.machines = new Machines(random, loops);
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<double[]> loops = new ArrayList<>();
        for (double[] sound : Recordings.read(Path.of(args[0]), 1_000)) {
            if (sound.length > Filters.RATE / 4) {
                loops.add(sound);
            }
        }
        SoundTrainer trainer = new SoundTrainer(loops, Recordings.read(Path.of(args[1]), 300));
        trainer.collect();
        trainer.write(Path.of(args[2]));
        if (args.length > 3) {
            trainer.dump(Path.of(args[3]));
        }
    }

    private void collect() {
        for (int i = 0; i < CALLS; i++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> learn("engine", machines.any(LENGTH), true, false);
                case 3 -> learn("engine+speech", over(voice(), machines.any(LENGTH), 0, 15), true, false);
                case 4, 5 -> learn("other", surroundings.any(LENGTH), false, false);
                case 6 -> learn("speech", voice(), false, false);
                case 7 -> learn("speech+other", over(voice(), surroundings.steady(LENGTH), 0, 20), false, false);
                case 8 -> evidence("crying", cries.any(LENGTH));
                default -> evidence("siren", siren());
            }
        }
    }

    /** In a street or a house, or where an engine runs: then both are there. */
    private void evidence(String kind, double[] sound) {
        if (random.nextBoolean()) {
            learn(kind, over(sound, surroundings.any(LENGTH), 5, 30), false, true);
        } else {
            learn(kind + "+engine", over(sound, machines.any(LENGTH), 0, 15), true, true);
        }
    }

    private double[] siren() {
        short[] siren = Sounds.siren(SECONDS, random);
        double[] out = new double[siren.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = siren[i];
        }
        return out;
    }

    /** Prompts one after the other, as somebody speaks. */
    private double[] voice() {
        double[] out = new double[LENGTH];
        int at = random.nextInt(Filters.RATE);
        while (at < LENGTH) {
            double[] prompt = voices.get(random.nextInt(voices.size()));
            int length = Math.min(prompt.length, LENGTH - at);
            System.arraycopy(prompt, 0, out, at, length);
            at += length + random.nextInt(Filters.RATE);
        }
        return out;
    }

    private double[] over(double[] sound, double[] ground, double lowestDb, double highestDb) {
        double snr = lowestDb + (highestDb - lowestDb) * random.nextDouble();
        return Filters.add(Filters.unit(sound), Filters.unit(ground), Math.pow(10, -snr / 20));
    }

    /** Through a telephone: its band, a level, its own noise, mu-law. */
    private void learn(String kind, double[] sound, boolean isEngine, boolean isDistress) {
        double[] band = Filters.lowPass(
                Filters.highPass(sound, 80 + 250 * random.nextDouble()), 2_500 + 4_000 * random.nextDouble());
        short[] line = Sounds.throughMuLaw(Sounds.atLevel(band, -34 + 22 * random.nextDouble()), random);
        for (float[] features : FeatureBlocks.of(line)) {
            engine.add(new Logistic.Case(features, isEngine, 1));
            distress.add(new Logistic.Case(features, isDistress, 1));
            kinds.add(kind);
        }
    }

    private void write(Path file) throws IOException {
        double[] engineWeights = Logistic.fit(engine, RIDGE);
        double[] distressWeights = Logistic.fit(distress, RIDGE);
        StringBuilder csv = new StringBuilder(
                """
                # Of each feature of half a second of sound: the weights of it and of its square for an engine, and the same two for
                # distress (crying, sirens); first the constants.
                # Made by SoundTrainer (test tree) from synthetic engines, surroundings, cries and sirens, engine loops of Debian's
                # torcs-data and voices of Debian's asterisk-core-sounds-fr and -it. Do not edit: train again.
                """);
        int features = engineWeights.length / 2;
        csv.append("constant,%.5f,0,%.5f,0%n".formatted(engineWeights[0], distressWeights[0]));
        for (int i = 1; i <= features; i++) {
            csv.append("%s,%.5f,%.5f,%.5f,%.5f%n"
                    .formatted(
                            FeatureBlocks.name(i - 1),
                            engineWeights[i],
                            engineWeights[features + i],
                            distressWeights[i],
                            distressWeights[features + i]));
        }
        Files.writeString(file, csv.toString());
    }

    private void dump(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < kinds.size(); i++) {
            all.append(kinds.get(i));
            for (float value : engine.get(i).features()) {
                all.append(',').append(value);
            }
            all.append('\n');
        }
        Files.writeString(file, all.toString());
    }
}
