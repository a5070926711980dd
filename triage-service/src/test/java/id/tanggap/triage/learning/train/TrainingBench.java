package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.Training;
import java.util.List;

/** Prints the seconds that training on 100,000 samples takes. A main and no test, since a busy machine would fail it. */
public final class TrainingBench {

    private TrainingBench() {}

    public static void main(String[] arguments) {
        List<Sample> samples = new SmallWorld(1).samples(100_000);
        long start = System.nanoTime();
        new Trainer(TrainingPlan.USUAL).train("bench", new Training("bench", 100_000, 0, null, null), samples);
        System.out.printf("%.1f s for %,d samples%n", (System.nanoTime() - start) / 1e9, samples.size());
    }
}
