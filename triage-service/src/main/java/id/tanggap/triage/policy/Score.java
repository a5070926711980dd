package id.tanggap.triage.policy;

import java.util.List;

/**
 * What triage makes of the evidence.
 *
 * @param hoaxLikelihood 0 to 1, rounded to ten-thousandths
 * @param confident whether no person needs to call this caller back
 * @param reasons their contributions add up to the log-odds of the likelihood
 */
public record Score(
        double hoaxLikelihood, Band band, boolean confident, List<Reason> reasons, Likelihoods likelihoods) {}
