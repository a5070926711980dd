package id.tanggap.intake.call;

import java.time.Instant;
import java.util.List;

/**
 * What triage thinks of a call: advice to the operator, no more.
 *
 * @param version grows with each assessment of the call
 * @param hoaxLikelihood 0 to 1
 * @param band triage's own word for it, such as {@code UNSURE}
 * @param confident whether triage would stand by it
 */
public record Assessment(
        long version,
        double hoaxLikelihood,
        String band,
        boolean confident,
        List<Reason> reasons,
        String modelVersion,
        Instant assessedAt) {

    /**
     * One reason.
     *
     * @param contribution log-odds; positive speaks for a hoax
     */
    public record Reason(String code, double contribution, String textId, String textEn) {}
}
