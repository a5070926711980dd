package id.tanggap.triage.assessment;

import id.tanggap.triage.policy.Band;
import id.tanggap.triage.policy.Likelihoods;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored assessment; written once, never changed. */
@Entity
@Table(name = "assessment")
public class AssessmentEntity {

    /** Versions of a call count from 1 without a gap. */
    @Embeddable
    public record Key(String callId, long version) {}

    @EmbeddedId
    Key key;

    double hoaxLikelihood;

    @Enumerated(EnumType.STRING)
    Band band;

    boolean confident;

    /** JSON. */
    String reasons;

    String modelVersion;

    @Enumerated(EnumType.STRING)
    Trigger cause;

    Instant assessedAt;

    // Null in rows from before there were any.
    Double genuine;
    Double information;
    Double ghost;
    Double prank;

    protected AssessmentEntity() {}

    AssessmentEntity(Assessment assessment, long version, String reasonsJson) {
        key = new Key(assessment.callId(), version);
        hoaxLikelihood = assessment.hoaxLikelihood();
        band = assessment.band();
        confident = assessment.confident();
        reasons = reasonsJson;
        modelVersion = assessment.modelVersion();
        cause = assessment.trigger();
        assessedAt = assessment.assessedAt();
        genuine = assessment.likelihoods().genuine();
        information = assessment.likelihoods().information();
        ghost = assessment.likelihoods().ghost();
        prank = assessment.likelihoods().prank();
    }

    Likelihoods likelihoods() {
        return genuine == null ? null : new Likelihoods(genuine, information, ghost, prank);
    }
}
