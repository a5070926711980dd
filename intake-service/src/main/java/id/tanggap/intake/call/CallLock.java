package id.tanggap.intake.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/** Serialises what happens to one call. */
@ApplicationScoped
public class CallLock {

    private static final String KEEP =
            """
            insert into phone_call as known (call_id, started_at, status) values (:call, :since, 'RINGING')
            on conflict (call_id) do update set call_id = known.call_id
            returning *
            """;

    /**
     * The call, locked until the transaction ends. One that is not known yet is made: its announcement may be on the way
     * still, and what came before it is not refused.
     *
     * @param since the start of a call that is made, until its announcement tells
     */
    public Uni<Call> take(Mutiny.Session session, String callId, Instant since) {
        // One trip to the database for both: an update of nothing locks and returns the row as a select would.
        return session.createNativeQuery(KEEP, Call.class)
                .setParameter("call", callId)
                .setParameter("since", since.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }
}
