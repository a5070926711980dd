package id.tanggap.ticket.api;

import id.tanggap.platform.tx.DatabaseFailures;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Tries again what the database ended as a deadlock, and so had no effect. A command for a ticket that is merged at the same moment
 * has its lock before it knows that it needs that of another one, which somebody else may hold who wants this one. Who was in the
 * way is through by then. What fails each time is answered with 503.
 */
final class Attempts {

    private static final int MORE = 3;

    private Attempts() {}

    /** The item or failure of the first attempt that is not ended so, or of the last one; each a transaction of its own. */
    static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(DatabaseFailures::isDeadlock)
                .retry()
                .atMost(MORE);
    }
}
