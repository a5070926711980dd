package id.tanggap.triage.line;

import id.tanggap.platform.consume.Backoff;
import id.tanggap.platform.tx.DatabaseFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Does something for many calls in one transaction. While the database is away it waits for it. If anything else fails, each
 * call is tried alone, so that one which cannot be handled holds up no other.
 */
@ApplicationScoped
class Together {

    private static final Logger LOG = Logger.getLogger(Together.class);

    /** So often is a call tried alone. */
    private static final int ATTEMPTS = 3;

    private final Backoff backoff;
    private volatile boolean stopping;

    Together(Backoff backoff) {
        this.backoff = backoff;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    /**
     * What became of all of them.
     *
     * @param work for all that it is given, or for none
     * @param givenUp for one that failed by itself
     */
    <T, R> Uni<List<R>> run(List<T> calls, Function<List<T>, Uni<List<R>>> work, BiFunction<T, Throwable, R> givenUp) {
        Backoff.Pauses pauses = backoff.start();
        return patiently(calls, work, pauses)
                .onFailure()
                .recoverWithUni(failure -> calls.size() > 1
                        ? eachAlone(calls, work, givenUp)
                        : again(calls, work, failure, pauses)
                                .onFailure()
                                .recoverWithItem(last -> List.of(givenUp.apply(calls.getFirst(), last))));
    }

    /** Without a pause: what is refused by itself is hardly accepted a moment later, and everybody waits. */
    private <T, R> Uni<List<R>> again(
            List<T> one, Function<List<T>, Uni<List<R>>> work, Throwable first, Backoff.Pauses pauses) {
        LOG.warnf(first, "event=sound-failed calls=1");
        return patiently(one, work, pauses).onFailure().retry().atMost(ATTEMPTS - 2);
    }

    private <T, R> Uni<List<R>> patiently(List<T> calls, Function<List<T>, Uni<List<R>>> work, Backoff.Pauses pauses) {
        return Uni.createFrom()
                .deferred(() -> work.apply(calls))
                .onFailure()
                // A failure of a closing pool is no fault of the sound's: left unacknowledged, it comes again.
                .call(failure ->
                        stopping ? Uni.createFrom().nothing() : Uni.createFrom().voidItem())
                .onFailure(DatabaseFailures::isUnavailable)
                .call(failure -> {
                    LOG.warnf("event=database-unavailable consumer=sound calls=%d cause=\"%s\"", calls.size(), failure);
                    return pauses.next();
                })
                .onFailure(DatabaseFailures::isUnavailable)
                .retry()
                .indefinitely();
    }

    private <T, R> Uni<List<R>> eachAlone(
            List<T> calls, Function<List<T>, Uni<List<R>>> work, BiFunction<T, Throwable, R> givenUp) {
        List<R> all = new ArrayList<>();
        Uni<Void> each = Uni.createFrom().voidItem();
        for (T call : calls) {
            each = each.chain(
                    () -> run(List.of(call), work, givenUp).invoke(all::addAll).replaceWithVoid());
        }
        return each.replaceWith(all);
    }
}
