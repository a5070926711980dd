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

    private static final String ANNOUNCED =
            """
            insert into phone_call as known
                (call_id, announced_at, announcement, caller_kind, caller_ref, caller_sealed, called, started_at, location,
                 status, version)
            values (:call, :at, :announcement, :kind, cast(:ref as text), cast(:sealed as text), :called, :since,
                    cast(:location as text), 'RINGING', 1)
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

    /** The same, for a call that is made as it was announced, in its first version; one that was known stays as it is. */
    Uni<Call> take(Mutiny.Session session, Call announced) {
        return session.createNativeQuery(ANNOUNCED, Call.class)
                .setParameter("call", announced.callId)
                .setParameter("at", announced.announcedAt.atOffset(ZoneOffset.UTC))
                .setParameter("announcement", announced.announcement)
                .setParameter("kind", announced.callerKind.name())
                .setParameter("ref", announced.callerRef)
                .setParameter("sealed", announced.callerSealed)
                .setParameter("called", announced.called)
                .setParameter("since", announced.startedAt.atOffset(ZoneOffset.UTC))
                .setParameter("location", announced.location)
                .getSingleResult();
    }
}
