package id.tanggap.lab.evaluate;

import id.tanggap.lab.plot.Curve;
import id.tanggap.lab.plot.Plots;
import id.tanggap.lab.statistics.Calibration;
import id.tanggap.lab.statistics.OperatorTime;
import id.tanggap.lab.statistics.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Draws how well likelihoods are calibrated at another centre, and what each judge saves at which harm. */
final class EvaluationPlots {
    private static final int STEPS = 50;

    private EvaluationPlots() {}

    static void draw(Path folder, List<String> judges, List<Watched> other) throws IOException {
        Files.createDirectories(folder);
        Plots.reliability(
                folder.resolve("reliability.svg"),
                "Other centre than trained on",
                IntStream.range(0, Evaluation.FIRST_RULE)
                        .mapToObj(judge -> reliability(judges.get(judge), other, judge))
                        .toList());
        Plots.tradeOff(
                folder.resolve("trade-off.svg"),
                "Other centre than trained on",
                IntStream.range(0, judges.size())
                        .mapToObj(judge -> tradeOff(judges.get(judge), other, judge))
                        .toList());
    }

    private static Curve reliability(String name, List<Watched> calls, int judge) {
        Predictions predictions = Measures.predictions(calls, judge);
        return new Curve(
                name,
                new Calibration(predictions)
                        .bins(predictions.once()).stream()
                                .filter(bin -> bin.cases() > 0)
                                .map(bin -> new Curve.Point(bin.meanPredicted(), bin.share()))
                                .toList());
    }

    private static Curve tradeOff(String name, List<Watched> calls, int judge) {
        return new Curve(
                name,
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(step -> (double) step / STEPS)
                        .mapToObj(threshold -> Measures.time(calls, judge, threshold))
                        .map(EvaluationPlots::point)
                        .toList());
    }

    private static Curve.Point point(OperatorTime time) {
        return new Curve.Point(time.genuineRecall(), time.savedShare());
    }
}
