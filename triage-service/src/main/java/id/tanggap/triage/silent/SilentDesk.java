package id.tanggap.triage.silent;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.silent.policy.CallBackResult;
import id.tanggap.triage.silent.policy.Decision;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what the gateway and people tell of the procedure; the same again changes nothing, something else is a conflict. */
@ApplicationScoped
public class SilentDesk {

    private final CallEvidenceStore calls;
    private final SilentCalls silent;
    private final StoredJson json;
    private final Now now;

    SilentDesk(CallEvidenceStore calls, SilentCalls silent, StoredJson json, Now now) {
        this.calls = calls;
        this.silent = silent;
        this.json = json;
        this.now = now;
    }

    /** The prompt was played. */
    public Uni<Void> played(Mutiny.Session session, String callId, Instant at, String by) {
        return take(session, callId, (told, stage) -> told.played(at, by));
    }

    /** The caller was rung back. */
    public Uni<Void> rungBack(
            Mutiny.Session session, String callId, int attempt, Instant at, CallBackResult result, String by) {
        return take(session, callId, (told, stage) -> told.rungBack(attempt, at, result, by));
    }

    /** A person has decided. */
    public Uni<Void> decided(Mutiny.Session session, String callId, Decision decision, String by) {
        return take(session, callId, (told, stage) -> told.decided(stage, decision, now.get(), by));
    }

    private Uni<Void> take(Mutiny.Session session, String callId, BiFunction<Told, Stage, Told.Outcome> telling) {
        // Looked for without a lock first: to lock is to make, and nothing is to be made of an unknown call.
        return known(session, callId).chain(call -> calls.lock(session, callId)
                .chain(evidence -> session.refresh(call).chain(() -> {
                    Told before = json.read(call.told, Told.class);
                    return switch (telling.apply(before, call.stage(json))) {
                        case Told.Outcome.Taken(Told told) -> silent.told(session, evidence, call, told);
                        case Told.Outcome.Repeated() -> Uni.createFrom().voidItem();
                        case Told.Outcome.Contradicted() ->
                            throw Problem.of(
                                    ProblemType.CONFLICT,
                                    "Something else was told before, or the call does not lie with a person.");
                    };
                })));
    }

    private static Uni<SilentCall> known(Mutiny.Session session, String callId) {
        return session.find(SilentCall.class, callId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(ProblemType.NOT_FOUND, "No answered call of this id has reached triage."));
    }
}
