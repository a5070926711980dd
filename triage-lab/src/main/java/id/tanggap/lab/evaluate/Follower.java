package id.tanggap.lab.evaluate;

import id.tanggap.lab.evaluate.rival.BoostedFollower;
import id.tanggap.lab.evaluate.rival.BoostedTrees;
import id.tanggap.triage.learning.train.BaseRate;
import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.AdditiveModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Models that follow what a centre's operators say, by triage's own schedule: the base rates of all, and where the first
 * and its boosted rival are at home they are trained anew. Every challenger is taken to be promoted.
 */
final class Follower {
    /** {@code tanggap.triage.learning.train-every}. */
    static final Duration EVERY = Duration.ofDays(14);

    /** {@code tanggap.triage.learning.train-on}. */
    static final Duration TRAIN_ON = Duration.ofDays(180);

    /** {@code tanggap.triage.learning.rates-on}. */
    private static final Duration RATES_ON = Duration.ofDays(28);

    /** {@code tanggap.triage.learning.least-calls-for-rates}. */
    private static final int LEAST_CALLS = 200;

    private final AdditiveModel secondAsItCame;
    private final BoostedFollower boosted;
    private final BiFunction<Learnt, Instant, AdditiveModel> training;
    private final Instant trainedFrom;
    private final Learnt learnt = new Learnt();
    private AdditiveModel first;
    private AdditiveModel second;
    private Instant next;

    /** Away from home. */
    Follower(AdditiveModel first, AdditiveModel second, BoostedFollower boosted) {
        this(
                first,
                second,
                boosted,
                (learnt, now) -> {
                    throw new IllegalStateException("not at home");
                },
                Instant.MAX);
    }

    /** At home: the first is trained anew from then on. */
    Follower(
            AdditiveModel first,
            AdditiveModel second,
            BoostedFollower boosted,
            BiFunction<Learnt, Instant, AdditiveModel> training,
            Instant trainedFrom) {
        this.secondAsItCame = second;
        this.boosted = boosted;
        this.training = training;
        this.trainedFrom = trainedFrom;
        this.first = first;
        this.second = second;
    }

    AdditiveModel first() {
        return first;
    }

    AdditiveModel second() {
        return second;
    }

    BoostedTrees boosted() {
        return boosted.trees();
    }

    void learn(EvidenceBuilder.Seen seen, Label label) {
        learnt.add(seen, label);
    }

    /** Moves the base rates if it is time and enough is known; tells whether they moved. */
    boolean follow(Instant now) {
        if (next == null) {
            next = now.plus(EVERY);
        }
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(EVERY);
        Learnt recent = learnt.since(now.minus(RATES_ON));
        if (recent.calls() < LEAST_CALLS) {
            return false;
        }
        first = now.isBefore(trainedFrom)
                ? moved(first, recent.samples())
                : training.apply(learnt.since(now.minus(TRAIN_ON)), now);
        second = moved(secondAsItCame, recent.samples());
        if (now.isBefore(trainedFrom)) {
            boosted.move(recent.samples());
        } else {
            boosted.trainAgain(learnt.since(now.minus(TRAIN_ON)).samples(), recent.samples());
        }
        return true;
    }

    static AdditiveModel moved(AdditiveModel model, Learnt learnt, Instant now) {
        return moved(model, learnt.since(now.minus(RATES_ON)).samples());
    }

    private static AdditiveModel moved(AdditiveModel model, List<Sample> samples) {
        return BaseRate.moved(model, model.version(), model.training(), samples);
    }
}
