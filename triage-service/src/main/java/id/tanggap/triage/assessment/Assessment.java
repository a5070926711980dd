package id.tanggap.triage.assessment;

import id.tanggap.triage.policy.Band;
import id.tanggap.triage.policy.Likelihoods;
import id.tanggap.triage.policy.Reason;
import id.tanggap.triage.policy.Score;
import java.time.Instant;
import java.util.List;

/**
 * What is told of a call's likelihood to be a hoax: the payload of {@code triage.assessment.v1}.
 *
 * @param hoaxLikelihood 0 to 1
 * @param confident whether no person needs to call this caller back
 * @param reasons their contributions add up to the log-odds of the likelihood
 * @param modelVersion the model below the rules
 * @param likelihoods what the call may be; null only in what was kept before there were any
 */
public record Assessment(
        String callId,
        double hoaxLikelihood,
        Band band,
        boolean confident,
        List<Reason> reasons,
        String modelVersion,
        Trigger trigger,
        Instant assessedAt,
        Likelihoods likelihoods) {

    static Assessment of(String callId, Score score, String modelVersion, Trigger trigger, Instant now) {
        return new Assessment(
                callId,
                score.hoaxLikelihood(),
                score.band(),
                score.confident(),
                score.reasons(),
                modelVersion,
                trigger,
                now,
                score.likelihoods());
    }

    /** The score by itself. */
    public Score score() {
        return new Score(hoaxLikelihood, band, confident, reasons, likelihoods);
    }
}
