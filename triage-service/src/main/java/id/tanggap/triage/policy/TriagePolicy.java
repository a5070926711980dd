package id.tanggap.triage.policy;

/**
 * From evidence to a score: a model's opinion, the operator's word, and above them the rules that no sum overrules.
 *
 * <p>Guarantees whatever the model: a life-threatening report, an operator's NORMAL and a pressed 55 are never scored above
 * 0.05; a fire, medical, child, violence or disaster report and a call corroborated by two others never above 0.25; a report,
 * a key press, a tap and a corroborated call are never in the band of hoaxes; unless an operator says so, neither is a first
 * call with speech, nor crying or a siren, nor a call with a second of speech, nor a silent one of a caller without a habit of
 * it, or before it was listened to; and no likelihood is above 0.99. The score orders and advises: nothing is closed, dropped
 * or delayed by it.
 */
public final class TriagePolicy {

    private final Scorer model;

    public TriagePolicy(Scorer model) {
        this.model = model;
    }

    /** Names the model in every assessment. */
    public String version() {
        return model.version();
    }

    public Score assess(Evidence evidence) {
        Opinion opinion = model.opinion(evidence);
        Sum sum = new Sum(opinion.reasons());
        OperatorWord.add(evidence, sum);
        Rules.apply(evidence, sum);
        double likelihood = sum.likelihood();
        return new Score(
                likelihood,
                sum.band(),
                Confidence.of(evidence, likelihood, sum.ruled()),
                sum.reasons(),
                OperatorWord.likelihoods(likelihood, opinion, evidence));
    }
}
