package id.tanggap.lab.evaluate;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Evidence;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A baseline: the share of hoaxes among labelled calls that look alike in one or two respects; edges are judgements. */
final class SimpleRule implements Judge {
    private static final double[] SECONDS = {4, 6, 8, 12, 20, 30, 60};
    private static final double[] SPEECH = {0.2, 1, 3, 8};
    private static final double[] HOAXES = {0.01, 0.5, 1, 2, 4};

    private final String name;
    private final ToIntFunction<Evidence> looks;
    private final Map<Integer, double[]> counts = new HashMap<>();

    private SimpleRule(String name, ToIntFunction<Evidence> looks) {
        this.name = name;
        this.looks = looks;
    }

    static List<SimpleRule> all() {
        return List.of(
                new SimpleRule("prevalence", evidence -> 0),
                new SimpleRule("duration rule", SimpleRule::duration),
                new SimpleRule("repeat-caller rule", SimpleRule::repeats),
                new SimpleRule("VAD only", SimpleRule::speech));
    }

    @Override
    public String name() {
        return name;
    }

    void learn(Evidence evidence, Label label) {
        double[] both = counts.computeIfAbsent(looks.applyAsInt(evidence), none -> new double[2]);
        both[label.hoax() ? 1 : 0]++;
    }

    /** With one call of each sort added, so that nothing is certain. */
    @Override
    public Verdict of(Evidence evidence) {
        double[] both = counts.getOrDefault(looks.applyAsInt(evidence), new double[2]);
        return new Verdict((both[1] + 1) / (both[0] + both[1] + 2), 0, false);
    }

    /** How long it lasted, or how long it lasts already. */
    private static int duration(Evidence evidence) {
        return bin(SECONDS, seconds(evidence.sinceAnswer()))
                + (evidence.status().isOver() ? SECONDS.length + 1 : 0);
    }

    private static int repeats(Evidence evidence) {
        CallerRecord record = evidence.record();
        return record.known() ? bin(HOAXES, record.pranks() + record.ghosts()) : -1;
    }

    /** Seconds of speech in so many seconds. */
    private static int speech(Evidence evidence) {
        return bin(SPEECH, seconds(evidence.heard().speech())) * 100
                + bin(SECONDS, seconds(evidence.heard().total()));
    }

    private static int bin(double[] edges, double value) {
        return (int) Arrays.stream(edges).filter(edge -> value >= edge).count();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
