package id.tanggap.lab.evaluate;

import id.tanggap.triage.policy.Band;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Score;
import id.tanggap.triage.policy.TriagePolicy;
import java.util.function.Function;

/** Something that says how likely a call is a hoax: triage itself, or a simple rule to compare it with. */
interface Judge {

    String name();

    Verdict of(Evidence evidence);

    /**
     * What is thought of a call.
     *
     * @param hoax likelihood
     * @param ghost likelihood of a silent call in which nobody means to speak, 0 for simple rules
     * @param keptOut of the lowest band whatever the likelihood
     */
    record Verdict(double hoax, double ghost, boolean keptOut) {}

    /** Triage's model under triage's rules. */
    static Judge triage(String name, TriagePolicy policy) {
        return new Named(name, evidence -> {
            Score score = policy.assess(evidence.beforeDisposition());
            double hoax = score.hoaxLikelihood();
            return new Verdict(hoax, score.likelihoods().ghost(), score.band() != Band.of(hoax));
        });
    }

    /** The same judge with nothing to keep a call out of the lowest band but its likelihood: to tell what the rules prevent. */
    static Judge byLikelihoodAlone(String name, Judge judge) {
        return new Named(name, evidence -> {
            Verdict verdict = judge.of(evidence);
            return new Verdict(verdict.hoax(), verdict.ghost(), false);
        });
    }

    /** The same judge, who judges a moment once though several ask in turn; for one thread. */
    static Judge once(Judge judge) {
        return new Named(judge.name(), new Function<>() {
            private Evidence last;
            private Verdict verdict;

            @Override
            public Verdict apply(Evidence evidence) {
                if (evidence != last) {
                    last = evidence;
                    verdict = judge.of(evidence);
                }
                return verdict;
            }
        });
    }

    /** A judge made of a function. */
    record Named(String name, Function<Evidence, Verdict> judgement) implements Judge {
        @Override
        public Verdict of(Evidence evidence) {
            return judgement.apply(evidence);
        }
    }
}
