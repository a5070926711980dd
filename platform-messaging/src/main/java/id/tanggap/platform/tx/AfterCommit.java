package id.tanggap.platform.tx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * What is to be done when a session's transaction has committed, and not at all when it was rolled back: counting, above all, for
 * work that is tried again must not count twice. In memory only: a kill after the commit loses it.
 */
@ApplicationScoped
public class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final Map<Mutiny.Session, List<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Within {@link Transactions#inTransaction} or {@link Transactions#inOneStatement}, on whose context it will run, in this order; it must not wait for anything. */
    public void run(Mutiny.Session session, Runnable work) {
        waiting.computeIfAbsent(session, first -> new ArrayList<>()).add(work);
    }

    /** The transaction has ended. A failure of the work is logged: what was committed has succeeded. */
    void ended(Mutiny.Session session, boolean committed) {
        List<Runnable> works = waiting.remove(session);
        if (works == null || !committed) {
            return;
        }
        for (Runnable work : works) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "event=after-commit-failed");
            }
        }
    }
}
