package id.tanggap.platform.stream;

import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Streams of things as they change, whichever replica changed them. Old and new changes come by the same query, "after the
 * last one sent", so that none is lost between a backlog and what follows; a client that was away or reads slowly gets each
 * changed thing as it is now and skips states that are past.
 *
 * @param <P> a position, which grows from change to change
 * @param <T> the thing as it is shown
 */
public final class ChangeStream<P extends Comparable<P>, T> {

    /** Proxies close what is silent for a minute, some for 30 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int BATCH = 100;

    private final Source<P, T> source;
    private final Duration poll;
    private final int heartbeatAfter;
    private final Transactions transactions;
    private final Vertx vertx;
    private volatile boolean closing;

    /** @param poll between two looks for news; each is one indexed query a client */
    public ChangeStream(Source<P, T> source, Duration poll, Transactions transactions, Vertx vertx) {
        this.source = source;
        this.poll = poll;
        this.heartbeatAfter = (int) HEARTBEAT.dividedBy(poll);
        this.transactions = transactions;
        this.vertx = vertx;
    }

    /** Where changes are found. */
    public interface Source<P, T> {

        /** The position behind which everything that comes is new. */
        Uni<P> end(Mutiny.Session session);

        /** What changed after this position, each thing once and as it is now, in the order of their last changes. */
        Uni<List<Change<P, T>>> after(Mutiny.Session session, P position, int limit);
    }

    /** A changed thing and its place in the stream. */
    public record Change<P, T>(P position, T state) {}

    /** Something to send. */
    public sealed interface Frame<P, T> {

        /** The stream stands at this position. */
        record Opened<P, T>(P position) implements Frame<P, T> {}

        /** Something has changed. */
        record Changed<P, T>(Change<P, T> change) implements Frame<P, T> {}

        /** Nothing, but the stream lives. */
        record Heartbeat<P, T>() implements Frame<P, T> {}
    }

    /** Ends all streams after what they send now. */
    public void stop() {
        closing = true;
    }

    /**
     * Changes after the position, or from now on, until {@code life} is over. To be subscribed on the event loop, on a
     * context of its own.
     */
    public Multi<Frame<P, T>> open(Optional<P> after, Duration life) {
        return Multi.createFrom()
                .deferred(() -> frames(after, vertx.getOrCreateContext()))
                .select()
                .first(life);
    }

    private Multi<Frame<P, T>> frames(Optional<P> after, Context context) {
        return transactions
                .read(source::end)
                // A position beyond the last one is of another database: go on from now.
                .map(end -> after.filter(wanted -> wanted.compareTo(end) < 0).orElse(end))
                .onItem()
                .transformToMulti(start -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(new Frame.Opened<>(start)),
                                following(new AtomicReference<>(start), new AtomicInteger(), context)));
    }

    private Multi<Frame<P, T>> following(AtomicReference<P> position, AtomicInteger quiet, Context context) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(position, quiet, context))
                .whilst(frames -> !closing)
                .onItem()
                .transformToMultiAndConcatenate(frames -> Multi.createFrom().iterable(frames));
    }

    private Uni<List<Frame<P, T>>> next(AtomicReference<P> position, AtomicInteger quiet, Context context) {
        return transactions
                .read(session -> source.after(session, position.get(), BATCH))
                // The client keeps its place while the database is away.
                .onFailure(DatabaseFailures::isUnavailable)
                .recoverWithItem(List.of())
                .chain(changes -> {
                    if (changes.isEmpty()) {
                        return pause(quiet, context);
                    }
                    quiet.set(0);
                    position.set(changes.getLast().position());
                    return Uni.createFrom()
                            .item(changes.stream()
                                    .<Frame<P, T>>map(Frame.Changed::new)
                                    .toList());
                });
    }

    private Uni<List<Frame<P, T>>> pause(AtomicInteger quiet, Context context) {
        boolean due = quiet.incrementAndGet() % heartbeatAfter == 0;
        List<Frame<P, T>> beat = due ? List.of(new Frame.Heartbeat<>()) : List.of();
        return Uni.createFrom()
                .item(beat)
                .onItem()
                .delayIt()
                .by(poll)
                // A database session may not change threads, and the delay ends on another one.
                .emitOn(work -> context.runOnContext(resumed -> work.run()));
    }
}
