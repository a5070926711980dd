package id.tanggap.ticket.assessment;

import java.time.Instant;
import java.util.List;

/**
 * Triage's judgement of a call.
 *
 * @param sequence version of the call's assessment: a higher one replaces a lower one
 * @param hoaxLikelihood 0 to 1
 * @param confident whether triage is sure enough that nobody needs to call back
 */
public record Assessment(
        String callId,
        long sequence,
        double hoaxLikelihood,
        String band,
        boolean confident,
        List<Reason> reasons,
        Instant assessedAt) {}
