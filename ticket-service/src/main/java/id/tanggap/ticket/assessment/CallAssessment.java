package id.tanggap.ticket.assessment;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** The latest assessment of a call. */
@Entity
public class CallAssessment {

    @Id
    String callId;

    long sequence;
    double hoaxLikelihood;
    String band;
    boolean confident;

    @Convert(converter = Reasons.class)
    List<Reason> reasons;

    Instant assessedAt;

    protected CallAssessment() {}

    CallAssessment(String callId) {
        this.callId = callId;
    }

    void replaceBy(Assessment newer) {
        sequence = newer.sequence();
        hoaxLikelihood = newer.hoaxLikelihood();
        band = newer.band();
        confident = newer.confident();
        reasons = List.copyOf(newer.reasons());
        assessedAt = newer.assessedAt();
    }

    Assessment toAssessment() {
        return new Assessment(callId, sequence, hoaxLikelihood, band, confident, reasons, assessedAt);
    }
}
