package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.World;
import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.learning.train.Trainer;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.model.Training;
import id.tanggap.triage.policy.TriagePolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains on the first part of one centre's calls and has every judge watch the rest of them and another centre's. */
final class Evaluation {
    static final int TRAINED = 0;
    static final int BUNDLED = 1;

    static final int WITHOUT_RULES = 2;

    /** Judges from here on are simple rules. */
    static final int FIRST_RULE = 3;

    private static final double LEARNT_FROM = 0.6;
    private static final long EAR_SEED = 112;

    private final List<SimpleRule> rules = SimpleRule.all();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Judge> judges = new ArrayList<>();
    private final Instant split;
    private final World home;
    private int learnt;
    private AdditiveModel model;

    /** Calls before {@code split} are learnt from, at the days' 60%. */
    Evaluation(World home) {
        this.home = home;
        this.split = home.from()
                .plusDays((long) Math.ceil(LEARNT_FROM * home.days()))
                .atStartOfDay(ZoneOffset.ofHours(7))
                .toInstant();
    }

    /** The watched calls of the period that was learnt from, of the later one, and of the other centre. */
    record Sets(List<Watched> learnt, List<Watched> later, List<Watched> other) {}

    Sets run(World other) {
        List<SimulatedCall> calls = home.calls();
        learn(calls);
        judges.add(Judge.triage("trained additive model", new TriagePolicy(model)));
        judges.add(Judge.triage(
                "bundled " + ModelFile.bundled().model().version(),
                new TriagePolicy(ModelFile.bundled().model())));
        judges.add(Judge.withoutRules("trained, without rules", model));
        judges.addAll(rules);
        List<Watched> early = new ArrayList<>();
        List<Watched> later = new ArrayList<>();
        watch(calls, early, later);
        List<Watched> elsewhere = new ArrayList<>();
        watch(other.calls(), elsewhere, elsewhere);
        return new Sets(early, later, elsewhere);
    }

    AdditiveModel model() {
        return model;
    }

    List<Judge> judges() {
        return judges;
    }

    private void learn(List<SimulatedCall> calls) {
        EvidenceBuilder.of(calls, EAR_SEED).each((call, moments) -> {
            Optional<Label> label = OperatorLabel.of(call.observed());
            if (call.observed().startedAt().isBefore(split) && label.isPresent()) {
                learnt++;
                List<Moment> milestones =
                        moments.stream().filter(Moment::milestone).toList();
                milestones.forEach(moment -> samples.add(new Sample(
                        Feature.vector(moment.evidence()),
                        label.get(),
                        call.observed().caller().orElse(call.observed().callId()),
                        1.0 / milestones.size())));
                moments.forEach(moment -> rules.forEach(rule -> rule.learn(moment.evidence(), label.get())));
            }
        });
        Training training = new Training(
                "simulated behaviour of " + home.centre().name()
                        + ", labels of simulated operators; triage-lab evaluate",
                samples.size(),
                learnt,
                calls.getFirst().observed().startedAt(),
                split);
        model = new Trainer(TrainingPlan.USUAL)
                .train("simulated-" + home.centre().name() + "-1", training, samples);
        samples.clear();
    }

    private void watch(List<SimulatedCall> calls, List<Watched> before, List<Watched> after) {
        Map<String, Integer> callers = new HashMap<>();
        EvidenceBuilder.of(calls, EAR_SEED).each((call, moments) -> {
            String caller = call.observed().caller().orElse(call.observed().callId());
            int number = callers.computeIfAbsent(caller, none -> callers.size());
            (call.observed().startedAt().isBefore(split) ? before : after)
                    .add(Watched.of(call, number, moments, judges));
        });
    }
}
