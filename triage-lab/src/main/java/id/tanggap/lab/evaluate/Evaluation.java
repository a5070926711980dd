package id.tanggap.lab.evaluate;

import id.tanggap.lab.evaluate.rival.BoostedFollower;
import id.tanggap.lab.evaluate.rival.BoostedTrainer;
import id.tanggap.lab.evaluate.rival.BoostedTrees;
import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.World;
import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Trainer;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.model.Training;
import id.tanggap.triage.policy.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains on the first part of one centre's calls and has every judge watch the rest of them and another centre's. By the
 * schedule that triage has for it the model is trained anew at home, and at the other centre its base rates follow that
 * centre's labels and nothing else of it does; the model as it came there is judged beside. The other centre's first period
 * is not judged: there nothing was known of it yet.
 */
final class Evaluation {
    static final int TRAINED = 0;
    static final int BUNDLED = 1;

    /** The trained model with the base rates that it came with. */
    static final int AS_IT_CAME = 2;

    static final int BOOSTED = 3;

    /** The trained model's likelihood without the rules that keep calls out of the lowest band. */
    static final int BY_LIKELIHOOD = 4;

    static final int BOOSTED_BY_LIKELIHOOD = 5;

    /** Judges from here on are simple rules. */
    static final int FIRST_RULE = 6;

    /** Judges of which every row of the table is told. */
    static final List<Integer> TOLD = List.of(TRAINED, BUNDLED, BOOSTED);

    private static final double LEARNT_FROM = 0.6;

    /** Of a short world, this share at most goes by before it is judged. */
    private static final double NEW_SHARE = 0.2;

    private static final long EAR_SEED = 112;

    private final List<SimpleRule> rules = SimpleRule.all();
    private final World home;
    private final Instant split;
    private final BoostedTrainer boosting = new BoostedTrainer(TrainingPlan.USUAL);
    private AdditiveModel model;
    private BoostedTrees boosted;

    /** Calls before the days' 60% are learnt from. */
    Evaluation(World home) {
        this.home = home;
        this.split = day(home, LEARNT_FROM, Duration.ofDays(home.days()));
    }

    /** The watched calls of the period that was learnt from, of the later one, and of the other centre. */
    record Sets(List<Watched> learnt, List<Watched> later, List<Watched> other) {}

    Sets run(World other) {
        List<SimulatedCall> calls = home.calls();
        Learnt learnt = learn(calls);
        model = train(learnt, split);
        boosted = boosting.train(learnt.samples());
        List<Watched> early = new ArrayList<>();
        List<Watched> later = new ArrayList<>();
        watch(calls, new Follower(model, bundled(), follower(), this::train, split), split, early, later);
        List<Watched> judged = new ArrayList<>();
        watch(
                other.calls(),
                new Follower(model, bundled(), follower()),
                day(other, NEW_SHARE, Follower.EVERY),
                new ArrayList<>(),
                judged);
        return new Sets(early, later, judged);
    }

    /** The model alone. */
    AdditiveModel train() {
        return train(learn(home.calls()), split);
    }

    AdditiveModel model() {
        return model;
    }

    /** Their names, in the order of their numbers. */
    List<String> judges() {
        return judges(new Follower(model, bundled(), follower())).stream()
                .map(Judge::name)
                .toList();
    }

    BoostedTrees boosted() {
        return boosted;
    }

    private BoostedFollower follower() {
        return new BoostedFollower(boosting, boosted);
    }

    private static AdditiveModel bundled() {
        return ModelFile.bundled().model();
    }

    private List<Judge> judges(Follower models) {
        List<Judge> judges = new ArrayList<>();
        Judge trained = Judge.once(Judge.triage("trained additive model", new TriagePolicy(models.first())));
        judges.add(trained);
        judges.add(Judge.triage("bundled " + bundled().version(), new TriagePolicy(models.second())));
        judges.add(Judge.triage("trained, as it came", new TriagePolicy(model)));
        Judge trees = Judge.once(
                Judge.triage("boosted trees", new TriagePolicy(models.boosted().unexplained())));
        judges.add(trees);
        judges.add(Judge.byLikelihoodAlone("trained, likelihood alone", trained));
        judges.add(Judge.byLikelihoodAlone("boosted, likelihood alone", trees));
        judges.addAll(rules);
        return judges;
    }

    private Learnt learn(List<SimulatedCall> calls) {
        Learnt learnt = new Learnt();
        EvidenceBuilder.of(calls, EAR_SEED).each(seen -> {
            Instant at = seen.call().observed().startedAt();
            Optional<Label> label = OperatorLabel.of(seen.call().observed());
            if (at.isBefore(split) && !at.isBefore(split.minus(Follower.TRAIN_ON)) && label.isPresent()) {
                learnt.add(seen, label.get());
                seen.moments().forEach(moment -> rules.forEach(rule -> rule.learn(moment.evidence(), label.get())));
            }
        });
        return learnt;
    }

    private AdditiveModel train(Learnt learnt, Instant now) {
        Training training = new Training(
                "simulated behaviour of " + home.centre().name()
                        + ", labels of simulated operators; triage-lab evaluate",
                learnt.samples().size(),
                learnt.calls(),
                learnt.first(),
                now);
        AdditiveModel fitted = new Trainer(TrainingPlan.USUAL)
                .train("simulated-" + home.centre().name() + "-2", training, learnt.samples());
        return Follower.moved(fitted, learnt, now);
    }

    private void watch(
            List<SimulatedCall> calls, Follower models, Instant from, List<Watched> before, List<Watched> after) {
        Map<String, Integer> callers = new HashMap<>();
        List<List<Judge>> judges = new ArrayList<>(List.of(judges(models)));
        EvidenceBuilder.of(calls, EAR_SEED).each(seen -> {
            ObservedCall call = seen.call().observed();
            if (models.follow(call.startedAt())) {
                judges.set(0, judges(models));
            }
            String caller = call.caller().orElse(call.callId());
            int number = callers.computeIfAbsent(caller, none -> callers.size());
            (call.startedAt().isBefore(from) ? before : after).add(Watched.of(seen, number, judges.getFirst()));
            OperatorLabel.of(call).ifPresent(label -> models.learn(seen, label));
        });
    }

    /** The start of the day at this share of a world's days, or after so long if that is sooner. */
    private static Instant day(World world, double share, Duration most) {
        long days = Math.min(most.toDays(), (long) Math.ceil(share * world.days()));
        return world.from().plusDays(days).atStartOfDay(ZoneOffset.ofHours(7)).toInstant();
    }
}
