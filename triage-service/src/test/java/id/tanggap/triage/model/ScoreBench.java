package id.tanggap.triage.model;

import id.tanggap.triage.policy.AnyEvidence;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.TriagePolicy;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints the microseconds of a score without audio, reasons in both languages included, on one core; the model has a curve
 * for every feature. Run it as a main; it is no test, since a busy machine would fail it.
 */
public final class ScoreBench {

    private static final int ROUNDS = 200_000;

    private ScoreBench() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        List<Evidence> calls = IntStream.range(0, 5_000)
                .mapToObj(i -> AnyEvidence.next(random))
                .toList();
        TriagePolicy policy = new TriagePolicy(AnyModel.next(random));
        double sum = 0;
        for (int batch = 0; batch < 6; batch++) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                sum += policy.assess(calls.get(i % calls.size())).hoaxLikelihood();
            }
            System.out.printf("%.2f microseconds a score%n", (System.nanoTime() - start) / 1_000.0 / ROUNDS);
        }
        System.out.println("mean likelihood " + sum / (6 * ROUNDS));
    }
}
