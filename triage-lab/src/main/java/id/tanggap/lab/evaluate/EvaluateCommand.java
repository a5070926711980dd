package id.tanggap.lab.evaluate;

import id.tanggap.lab.hearing.HearingReport;
import id.tanggap.lab.reading.ReadingReport;
import id.tanggap.lab.statistics.OperatorTime;
import id.tanggap.lab.table.Finding;
import id.tanggap.lab.world.World;
import id.tanggap.lab.world.centre.Centres;
import id.tanggap.triage.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: trains on one simulated centre, tests there and on another, and prints issue 3's table. */
@Command(name = "evaluate", description = "Train on one centre, test on others, print the table of goals.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final double[] THRESHOLDS = {0.9, 0.95, 0.97, 0.98, 0.985};

    @Option(names = "--train-centre", defaultValue = "jepara", description = "Default: ${DEFAULT-VALUE}.")
    private String trainCentre;

    @Option(names = "--test-centre", defaultValue = "semarang", description = "Default: ${DEFAULT-VALUE}.")
    private String testCentre;

    @Option(names = "--days", defaultValue = "365", description = "How many days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--scale", defaultValue = "1", description = "Factor on the volume (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--lowest-from",
            defaultValue = "0.9",
            description =
                    "Likelihood from which a call is in the lowest band (default: triage's own ${DEFAULT-VALUE}).")
    private double lowestFrom;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same table (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--audio",
            paramLabel = "FOLDER",
            defaultValue = "${sys:tanggap.root:-.}/../shared/data/audio",
            description = "Clips to measure hearing on, with their manifest.csv (default: ${DEFAULT-VALUE}).")
    private Path audio;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the table there, too.")
    private Path json;

    @Option(names = "--plots", paramLabel = "FOLDER", description = "Draw reliability and trade-off there as SVG.")
    private Path plots;

    @Option(names = "--model", paramLabel = "FILE", description = "Write the trained model there.")
    private Path modelFile;

    @Option(
            names = "--wording",
            paramLabel = "FILE",
            description = "Write the model of how reports of danger are worded there.")
    private Path wordingFile;

    @Option(
            names = "--documents",
            paramLabel = "FOLDER",
            description = "Write the bundled model's card and the data-protection impact assessment there.")
    private Path documents;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        World home = world(trainCentre, seed);
        World elsewhere = world(testCentre, seed + 1);
        List<Finding> hearing = HearingReport.of(audio.normalize());
        Map<String, List<Finding>> reading = ReadingReport.findings();
        Evaluation evaluation = new Evaluation(home);
        Evaluation.Sets sets = evaluation.run(elsewhere);
        List<String> judges = evaluation.judges();
        Table table = new Table(sets, judges.size(), lowestFrom);
        Map<String, List<Finding>> told = new LinkedHashMap<>();
        Evaluation.TOLD.forEach(judge -> told.put(judges.get(judge), table.rows(judge)));
        HandOvers handOvers = HandOvers.of(sets.other());
        PrintWriter out = spec.commandLine().getOut();
        line(
                out,
                "Figures come from SIMULATED behaviour; the ear's errors are in part measured, in part goals or judged.");
        line(
                out,
                "Trained on %s (%,d calls, labels of simulated operators), tested on %,d later calls there and %,d of %s.",
                trainCentre,
                evaluation.model().training().calls(),
                sets.later().size(),
                sets.other().size(),
                testCentre);
        line(
                out,
                "Cross-validation chose for boosted trees: %s.",
                evaluation.boosted().settings());
        told.forEach((judge, findings) -> {
            line(out, "%n%s", judge);
            lines(out, findings);
        });
        line(
                out,
                "%nHearing: REAL clips and SYNTHETIC mixtures of them, no simulated calls; 95%% intervals in brackets");
        lines(out, hearing);
        line(out, "%nReading: %s", ReadingReport.NOTE);
        reading.forEach((reader, findings) -> {
            line(out, "%n%s", reader);
            lines(out, findings);
        });
        compare(out, judges, sets.other());
        SameHarm.lines(sets.other(), judges).forEach(each -> line(out, "%s", each));
        handOver(out, handOvers, sets.other());
        out.flush();
        if (json != null) {
            told.put("hearing: real clips and synthetic mixtures", hearing);
            reading.forEach((reader, findings) -> told.put("reading: " + reader, findings));
            TableJson.write(json, told);
        }
        if (plots != null) {
            EvaluationPlots.draw(plots, judges, sets.other());
        }
        if (documents != null) {
            new Documents(
                            ModelFile.bundled(),
                            rows(told.get(judges.get(Evaluation.BUNDLED)), told.get(judges.get(Evaluation.TRAINED))),
                            hearing,
                            reading,
                            handOvers,
                            trainCentre,
                            testCentre,
                            sets.later().size(),
                            sets.other().size())
                    .write(documents);
        }
        if (modelFile != null) {
            Files.writeString(modelFile, ModelFile.of(evaluation.model()).json() + "\n");
        }
        if (wordingFile != null) {
            List<String> lines = new ArrayList<>(ReadingReport.trained().lines());
            lines.addFirst(
                    "# How much each n-gram speaks of danger: triage-lab, evaluate --wording. Do not edit: train again.");
            Files.write(wordingFile, lines);
        }
        return 0;
    }

    /** Those of the bundled model, and how well calibrated triage stays at home by training it anew. */
    private static List<Finding> rows(List<Finding> bundled, List<Finding> trainedAnew) {
        List<Finding> rows = new ArrayList<>(bundled);
        trainedAnew.stream()
                .filter(row -> row.code().equals("ece-trained"))
                .map(row -> new Finding(
                        "ece-anew",
                        "the same, trained anew every 14 days, as triage does by its schedule",
                        row.value(),
                        row.shown(),
                        row.goal(),
                        row.met()))
                .forEach(row -> rows.add(
                        1 + bundled.stream().map(Finding::code).toList().indexOf("ece-trained"), row));
        return rows;
    }

    private static void lines(PrintWriter out, List<Finding> findings) {
        findings.forEach(
                each -> line(out, "  %-78s %-56s %-24s %s", each.measure(), each.shown(), each.goal(), each.verdict()));
    }

    private static void compare(PrintWriter out, List<String> judges, List<Watched> other) {
        line(
                out,
                "%nWhat likelihoods alone would do there, by the likelihood from which on: time saved / genuine calls touched per 1,000");
        for (int judge = Evaluation.BY_LIKELIHOOD; judge < judges.size(); judge++) {
            StringBuilder text = new StringBuilder(Finding.text("  %-26s", judges.get(judge)));
            for (double threshold : THRESHOLDS) {
                OperatorTime time = Measures.time(other, judge, threshold);
                text.append(Finding.text(
                        "  %.3f: %5.1f%% / %6.2f",
                        threshold, 100 * time.savedShare(), 1_000 * (1 - time.genuineRecall())));
            }
            line(out, "%s", text);
        }
    }

    private static void handOver(PrintWriter out, HandOvers handOvers, List<Watched> other) {
        line(out, "%nSilent lines handed to the prompt (other centre, the ear's mistakes included)");
        handOvers.lines().forEach(each -> line(out, "  %s", each));
        line(
                out,
                "  One who knew at 5 s which call is a hoax would save %s of their time; %s if only calls count in which nobody speaks.",
                Table.percent(Measures.foresight(other, call -> call.kind().hoax())),
                Table.percent(Measures.foresight(other, call -> call.kind().hoax() && call.voiceless())));
    }

    private World world(String centre, long worldSeed) {
        if (days < 2 || !(scale > 0)) {
            throw new ParameterException(spec.commandLine(), "--days must be 2 or more and --scale more than 0.");
        }
        try {
            return World.of(Centres.named(centre), days, worldSeed).scaled(scale);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(Finding.text(format, values));
    }
}
