package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.evaluate.rival.BoostedTrainer;
import id.tanggap.lab.evaluate.rival.BoostedTrees;
import id.tanggap.lab.world.World;
import id.tanggap.lab.world.centre.Centres;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Reason;
import id.tanggap.triage.policy.Score;
import id.tanggap.triage.policy.TriagePolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoostedJudgeTest {
    private static final List<Evidence> SEEN = new ArrayList<>();
    private static BoostedTrees trees;

    @BeforeAll
    static void train() {
        Learnt learnt = new Learnt();
        EvidenceBuilder.of(World.of(Centres.named("jepara"), 3, 7).calls(), 1).each(seen -> {
            OperatorLabel.of(seen.call().observed()).ifPresent(label -> learnt.add(seen, label));
            seen.moments().forEach(moment -> SEEN.add(moment.evidence().beforeDisposition()));
        });
        trees = new BoostedTrainer(TrainingPlan.USUAL).train(learnt.samples());
    }

    @Test
    void reasons_sum_to_what_the_trees_say() {
        for (Evidence evidence : SEEN) {
            long sum = trees.opinion(evidence).reasons().stream()
                    .mapToLong(Reason::thousandths)
                    .sum();
            double odds = trees.logOdds(Dichotomy.HOAX, Feature.vector(evidence));
            assertEquals(Math.round(1_000 * odds), sum);
        }
    }

    @Test
    void without_reasons_the_score_is_the_same() {
        TriagePolicy explained = new TriagePolicy(trees);
        TriagePolicy quick = new TriagePolicy(trees.unexplained());
        assertTrue(SEEN.size() > 500, () -> SEEN.size() + " moments");
        for (Evidence evidence : SEEN) {
            Score score = explained.assess(evidence);
            assertEquals(score.hoaxLikelihood(), quick.assess(evidence).hoaxLikelihood());
            assertEquals(score.band(), quick.assess(evidence).band());
            assertEquals(score.likelihoods(), quick.assess(evidence).likelihoods());
        }
    }
}
