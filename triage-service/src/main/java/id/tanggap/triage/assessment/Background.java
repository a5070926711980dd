package id.tanggap.triage.assessment;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.caller.CallerHistory;
import id.tanggap.triage.corroboration.Witnesses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks up what others make of a call, and leaves it in the call's row: its caller's record and the calls nearby. Sound, which
 * comes several times a second and changes neither, finds it there.
 */
@ApplicationScoped
class Background {

    private final CallerHistory callers;
    private final Witnesses witnesses;

    Background(CallerHistory callers, Witnesses witnesses) {
        this.callers = callers;
        this.witnesses = witnesses;
    }

    /**
     * Looks up what may have changed by this kind of evidence, and what was never looked up.
     *
     * @param milestone whether the call has reached one: what is learnt of such a moment shall be what was known then
     * @param evidenceAt the moment as of which the past counts while nobody knows when the call began
     */
    Uni<Void> refresh(
            Mutiny.Session session, CallEvidence call, Trigger trigger, boolean milestone, Instant evidenceAt) {
        boolean past = trigger.mayChangeRecord() || !call.knowsCaller();
        boolean others = trigger.mayChangeOthers() || milestone || !call.knowsOthers();
        return (past ? past(session, call, evidenceAt) : Uni.createFrom().voidItem())
                .chain(() -> others
                        ? witnesses.of(session, call).invoke(call::remember).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> past(Mutiny.Session session, CallEvidence call, Instant evidenceAt) {
        return call.callerRef()
                .map(caller -> callers.before(session, caller, call.callId(), call.momentOf(evidenceAt))
                        .invoke(call::remember)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
