package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import java.util.List;

/** Boosted trees that follow a centre's labels when triage's own model does, and as it does. */
public final class BoostedFollower {
    private final BoostedTrainer trainer;
    private BoostedTrees trees;

    public BoostedFollower(BoostedTrainer trainer, BoostedTrees trees) {
        this.trainer = trainer;
        this.trees = trees;
    }

    public BoostedTrees trees() {
        return trees;
    }

    /** Base rates only. */
    public void move(List<Sample> recent) {
        trees = trees.moved(recent);
    }

    public void trainAgain(List<Sample> samples, List<Sample> recent) {
        trees = trainer.again(trees, samples).moved(recent);
    }
}
