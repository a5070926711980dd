package id.tanggap.ticket.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Serialises what happens about one call. Its report and its assessments come on different topics: without this, each of
 * two transactions could miss what the other is just writing, and a ticket would never get its score.
 */
@ApplicationScoped
public class CallLock {

    private static final String TAKE = "select cast(pg_advisory_xact_lock(hashtextextended(:call, 112)) as text)";

    /** Waits until no other transaction is about this call; held until this one ends. Taken before any row lock. */
    public Uni<Void> take(Mutiny.Session session, String callId) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("call", callId)
                .getSingleResult()
                .replaceWithVoid();
    }
}
