package id.tanggap.triage.learning;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Milestone;
import id.tanggap.triage.policy.TriagePolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what was known of a call 5 s and 10 s after its answer and at its end, and what champion and challenger made of it,
 * all without the operator's word: that is the label. The challenger's scores go nowhere else.
 */
@ApplicationScoped
public class Snapshots {

    private static final String KEEP =
            """
            insert into feature_snapshot (call_id, moment, features, taken_at)
            values (:call, :moment, :features, :now)
            on conflict (call_id, moment) do update set features = excluded.features, taken_at = excluded.taken_at
            """;
    private static final String SCORE =
            """
            insert into model_score (call_id, moment, model_version, hoax_likelihood, scored_at)
            values (:call, :moment, :version, :likelihood, :now)
            on conflict (call_id, moment, model_version)
            do update set hoax_likelihood = excluded.hoax_likelihood, scored_at = excluded.scored_at
            """;

    /** Takes those snapshots that are due; none of a trial, which teaches nothing and is no input that drifts. */
    public Uni<Void> take(
            Mutiny.Session session, CallEvidence call, Evidence evidence, List<Milestone> passed, Seats seats) {
        if (call.isTrial()) {
            return Uni.createFrom().voidItem();
        }
        List<Moment> due = new ArrayList<>();
        if (call.isOver()) {
            due.add(Moment.END);
        } else {
            passed.forEach(each -> Moment.of(each, evidence.sinceAnswer()).ifPresent(due::add));
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Moment moment : due) {
            all = all.chain(() -> take(session, call.callId(), moment, evidence.beforeDisposition(), seats));
        }
        return all;
    }

    private static Uni<Void> take(Mutiny.Session session, String call, Moment moment, Evidence evidence, Seats seats) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return session.createNativeQuery(KEEP)
                .setParameter("call", call)
                .setParameter("moment", moment.name())
                .setParameter("features", FeatureJson.write(Feature.vector(evidence)))
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> score(session, call, moment, evidence, Optional.of(seats.champion()), now))
                .chain(() -> score(session, call, moment, evidence, seats.challenger(), now));
    }

    private static Uni<Void> score(
            Mutiny.Session session,
            String call,
            Moment moment,
            Evidence evidence,
            Optional<TriagePolicy> policy,
            OffsetDateTime now) {
        return policy.map(scorer -> session.createNativeQuery(SCORE)
                        .setParameter("call", call)
                        .setParameter("moment", moment.name())
                        .setParameter("version", scorer.version())
                        .setParameter("likelihood", scorer.assess(evidence).hoaxLikelihood())
                        .setParameter("now", now)
                        .executeUpdate()
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
