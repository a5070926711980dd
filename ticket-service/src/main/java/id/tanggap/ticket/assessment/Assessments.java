package id.tanggap.ticket.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The latest assessment of each call. */
@ApplicationScoped
public class Assessments {

    /** The latest assessment of this call, empty while triage has said nothing. */
    public Uni<Optional<Assessment>> latest(Mutiny.Session session, String callId) {
        return session.find(CallAssessment.class, callId)
                .map(found -> Optional.ofNullable(found).map(CallAssessment::toAssessment));
    }

    /** Keeps the assessment if it is newer than the one known: to be called under the call's lock. */
    public Uni<Boolean> keep(Mutiny.Session session, Assessment assessment) {
        return session.find(CallAssessment.class, assessment.callId()).chain(known -> {
            if (known != null && known.sequence >= assessment.sequence()) {
                return Uni.createFrom().item(false);
            }
            CallAssessment kept = known == null ? new CallAssessment(assessment.callId()) : known;
            kept.replaceBy(assessment);
            return (known == null ? session.persist(kept) : Uni.createFrom().voidItem()).replaceWith(true);
        });
    }
}
