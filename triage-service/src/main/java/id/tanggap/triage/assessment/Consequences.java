package id.tanggap.triage.assessment;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.priority.Restrictions;
import id.tanggap.triage.silent.SilentCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What else follows from a change of evidence, in its own transaction and under the call's lock. */
@ApplicationScoped
class Consequences {

    private final SilentCalls silent;
    private final Restrictions restrictions;

    Consequences(SilentCalls silent, Restrictions restrictions) {
        this.silent = silent;
        this.restrictions = restrictions;
    }

    Uni<Void> of(Mutiny.Session session, CallEvidence call, Corroboration others) {
        return silent.follow(session, call).chain(() -> restrictions.follow(session, call, others));
    }
}
