package id.tanggap.triage.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds and locks the evidence of calls. */
@ApplicationScoped
public class CallEvidenceStore {

    private static final String PLACE = "insert into call_evidence (call_id) values (:call) on conflict do nothing";

    private static final String RUNNING =
            """
            select call_id from call_evidence
             where caller_ref = :caller and status in ('UNKNOWN', 'RINGING', 'ANSWERED', 'TRANSFERRED')
               and call_id <> :except
             order by changed_at desc limit 20
            """;

    /**
     * The evidence of this call, locked until the transaction ends; the first to ask makes an empty one. Calls, sound and
     * reports come on three channels at once: without the lock one would overwrite what another had just learned.
     */
    public Uni<CallEvidence> lock(Mutiny.Session session, String callId) {
        // Nearly every time the row exists: sound comes several times a second.
        return find(session, callId).onItem().ifNull().switchTo(() -> session.createNativeQuery(PLACE)
                .setParameter("call", callId)
                .executeUpdate()
                .chain(() -> find(session, callId)));
    }

    private static Uni<CallEvidence> find(Mutiny.Session session, String callId) {
        return session.find(CallEvidence.class, callId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Ids of the caller's other calls that are not over. */
    public Uni<List<String>> otherRunning(Mutiny.Session session, String callerRef, String exceptCall) {
        return session.createNativeQuery(RUNNING, String.class)
                .setParameter("caller", callerRef)
                .setParameter("except", exceptCall)
                .getResultList();
    }
}
