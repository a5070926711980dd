package id.tanggap.platform.tx;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a session for each piece of work and hands it on explicitly. To be called on the event loop. */
@ApplicationScoped
public class Transactions {

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AfterCommit afterCommit;
    private final TransactionConfig config;

    Transactions(
            Mutiny.SessionFactory sessions,
            Outbox outbox,
            OutboxRelay relay,
            AfterCommit afterCommit,
            TransactionConfig config) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.relay = relay;
        this.afterCommit = afterCommit;
        this.config = config;
    }

    /**
     * Runs the work in a new transaction: its item arrives after the commit, and a failure has rolled back. What the work
     * appended to the outbox is published soon after.
     */
    public <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(session -> followed(session, session.withTransaction(tx -> work.apply(session))))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    /**
     * The same, for work that is one statement and nothing else: PostgreSQL itself begins and commits, which saves the trips to
     * say so.
     */
    public <T> Uni<T> inOneStatement(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(session -> followed(session, work.apply(session)))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private <T> Uni<T> followed(Mutiny.Session session, Uni<T> committed) {
        return committed.onTermination().invoke((item, failure, cancelled) -> {
            boolean isCommitted = failure == null && !cancelled;
            if (outbox.wroteIn(session) && isCommitted) {
                relay.wakeSoon();
            }
            afterCommit.ended(session, isCommitted);
        });
    }

    /** Runs the work in a session of its own, for reading. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(work::apply)
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }
}
