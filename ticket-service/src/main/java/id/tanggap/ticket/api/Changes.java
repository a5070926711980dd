package id.tanggap.ticket.api;

import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one way in which a request changes anything. What the database ends as a deadlock, and so had no effect, is tried again: a
 * command for a ticket that is merged at the same moment has its lock before it knows that it needs that of another one, which
 * somebody else may hold who wants this one. Who was in the way is through by then. What ends so each time is answered with 503.
 */
@ApplicationScoped
class Changes {

    private static final int MORE = 3;

    private final Transactions transactions;

    Changes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The item or failure of the first attempt that is not ended so, or of the last one; each is a transaction of its own. */
    <T> Uni<T> make(Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> transactions.inTransaction(work))
                .onFailure(DatabaseFailures::isDeadlock)
                .retry()
                .atMost(MORE);
    }
}
