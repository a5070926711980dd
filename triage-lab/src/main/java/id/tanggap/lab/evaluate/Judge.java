package id.tanggap.lab.evaluate;

import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Score;
import id.tanggap.triage.policy.TriagePolicy;

/** Something that says how likely a call is a hoax: triage itself, or a simple rule to compare it with. */
interface Judge {

    String name();

    Verdict of(Evidence evidence);

    /** Likelihoods of a hoax, and of a silent call in which nobody means to speak; the latter 0 for simple rules. */
    record Verdict(double hoax, double ghost) {}

    /** Triage's model under triage's rules. */
    static Judge triage(String name, TriagePolicy policy) {
        return new Judge() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Verdict of(Evidence evidence) {
                Score score = policy.assess(evidence.beforeDisposition());
                return new Verdict(score.hoaxLikelihood(), score.likelihoods().ghost());
            }
        };
    }

    /** A model's own belief, without any rule above it: to tell what the rules cost and save. */
    static Judge withoutRules(String name, AdditiveModel model) {
        return new Judge() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Verdict of(Evidence evidence) {
                double[] vector = Feature.vector(evidence);
                double hoax = share(model.logOdds(Dichotomy.HOAX, vector));
                return new Verdict(hoax, hoax * share(model.logOdds(Dichotomy.GHOST, vector)));
            }

            private static double share(double logOdds) {
                return 1 / (1 + Math.exp(-logOdds));
            }
        };
    }
}
