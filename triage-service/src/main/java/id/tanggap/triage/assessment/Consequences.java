package id.tanggap.triage.assessment;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.policy.FieldOutcome;
import id.tanggap.triage.priority.Restrictions;
import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.silent.SilentCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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

    /** Of several calls, one after the other in this session. */
    Uni<Void> expect(Mutiny.Session session, List<String> callIds) {
        return silent.expect(session, callIds);
    }

    /** Of what agencies found on a call of this caller. */
    Uni<Void> found(Mutiny.Session session, String callerRef, Optional<FieldOutcome> outcome) {
        return outcome.equals(Optional.of(FieldOutcome.FOUND))
                ? restrictions.end(session, callerRef, EndCause.CONFIRMED)
                : Uni.createFrom().voidItem();
    }

    /** @param caller whether something has changed that the caller's answering priority hangs on */
    Uni<Void> of(Mutiny.Session session, CallEvidence call, boolean caller) {
        // Only an answered call has a procedure.
        Uni<Void> procedure = call.answeredAt().isPresent()
                ? silent.follow(session, call)
                : Uni.createFrom().voidItem();
        return procedure.chain(() ->
                caller ? restrictions.follow(session, call) : Uni.createFrom().voidItem());
    }
}
