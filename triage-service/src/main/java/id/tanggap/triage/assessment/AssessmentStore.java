package id.tanggap.triage.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.triage.policy.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps every version of every assessment. */
@ApplicationScoped
public class AssessmentStore {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    AssessmentStore(ObjectMapper json) {
        this.json = json;
    }

    /** The newest {@code most} assessments of this call, newest first; none if it is not known. */
    public Uni<List<VersionedAssessment>> history(Mutiny.Session session, String callId, int most) {
        return session.createSelectionQuery(
                        "from AssessmentEntity a where a.key.callId = :call order by a.key.version desc",
                        AssessmentEntity.class)
                .setParameter("call", callId)
                .setMaxResults(most)
                .getResultList()
                .map(found -> found.stream().map(this::versioned).toList());
    }

    Uni<Void> add(Mutiny.Session session, Assessment assessment, long version) {
        return session.persist(new AssessmentEntity(assessment, version, write(assessment.reasons())));
    }

    Uni<Optional<VersionedAssessment>> find(Mutiny.Session session, String callId, long version) {
        return version == 0
                ? Uni.createFrom().item(Optional.empty())
                : session.find(AssessmentEntity.class, new AssessmentEntity.Key(callId, version))
                        .map(found -> Optional.of(versioned(found)));
    }

    private VersionedAssessment versioned(AssessmentEntity entity) {
        return new VersionedAssessment(
                entity.key.version(),
                new Assessment(
                        entity.key.callId(),
                        entity.hoaxLikelihood,
                        entity.band,
                        entity.confident,
                        read(entity.reasons),
                        entity.modelVersion,
                        entity.cause,
                        entity.assessedAt,
                        entity.likelihoods()));
    }

    private String write(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written", e);
        }
    }

    private List<Reason> read(String reasons) {
        try {
            return json.readValue(reasons, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons are not readable", e);
        }
    }
}
