package id.tanggap.triage.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.triage.assessment.Assessment;
import id.tanggap.triage.assessment.Trigger;
import id.tanggap.triage.assessment.VersionedAssessment;
import id.tanggap.triage.policy.Band;
import id.tanggap.triage.policy.Likelihoods;
import id.tanggap.triage.policy.Reason;
import java.time.Instant;
import java.util.List;

/** A call's newest assessment and its history, newest first and the newest included. */
public record AssessmentView(String callId, Version newest, List<Version> history) {

    /** One assessment; the fields are those of {@code triage.assessment.v1}. */
    public record Version(
            long version,
            double hoaxLikelihood,
            Band band,
            boolean confident,
            List<Reason> reasons,
            String modelVersion,
            Trigger trigger,
            Instant assessedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Likelihoods likelihoods) {

        static Version of(VersionedAssessment versioned) {
            Assessment assessment = versioned.assessment();
            return new Version(
                    versioned.version(),
                    assessment.hoaxLikelihood(),
                    assessment.band(),
                    assessment.confident(),
                    assessment.reasons(),
                    assessment.modelVersion(),
                    assessment.trigger(),
                    assessment.assessedAt(),
                    assessment.likelihoods());
        }
    }

    static AssessmentView of(String callId, List<VersionedAssessment> newestFirst) {
        List<Version> history = newestFirst.stream().map(Version::of).toList();
        return new AssessmentView(callId, history.getFirst(), history);
    }
}
