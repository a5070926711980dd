package id.tanggap.triage.silent;

import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Streams of procedures as they change, whichever replica changed them: old and new changes come by the same query, "after
 * the last one sent". A client that was away gets each changed procedure as it is now, so that no advice of the past is
 * followed.
 */
@ApplicationScoped
public class SilentCallStream {

    /** One indexed query a client in this time; advice is a matter of seconds. */
    private static final Duration POLL = Duration.ofMillis(250);

    /** Proxies close what is silent for a minute, some for 30 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int BATCH = 100;
    private static final int HEARTBEAT_AFTER = (int) HEARTBEAT.dividedBy(POLL);

    private final Transactions transactions;
    private final SilentCallList list;
    private final Vertx vertx;
    private volatile boolean closing;

    SilentCallStream(Transactions transactions, SilentCallList list, Vertx vertx) {
        this.transactions = transactions;
        this.list = list;
        this.vertx = vertx;
    }

    /** Something to send. */
    public sealed interface Frame {

        /** The stream stands at this position. */
        record Opened(StreamPosition position) implements Frame {}

        /** A procedure has changed. */
        record Changed(SilentCallList.Change change) implements Frame {}

        /** Nothing, but the stream lives. */
        record Heartbeat() implements Frame {}
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        closing = true;
    }

    /**
     * Changes after the position, or from now on, until {@code life} is over. To be subscribed on the event loop, on a
     * context of its own.
     */
    public Multi<Frame> open(Optional<StreamPosition> after, Duration life) {
        return Multi.createFrom()
                .deferred(() -> frames(after, vertx.getOrCreateContext()))
                .select()
                .first(life);
    }

    private Multi<Frame> frames(Optional<StreamPosition> after, Context context) {
        return transactions
                .read(list::end)
                // A position beyond the last one is of another database: go on from now.
                .map(end -> after.filter(wanted -> wanted.isBefore(end)).orElse(end))
                .onItem()
                .transformToMulti(start -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(new Frame.Opened(start)),
                                following(new AtomicReference<>(start), new AtomicInteger(), context)));
    }

    private Multi<Frame> following(AtomicReference<StreamPosition> position, AtomicInteger quiet, Context context) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(position, quiet, context))
                .whilst(frames -> !closing)
                .onItem()
                .transformToMultiAndConcatenate(frames -> Multi.createFrom().iterable(frames));
    }

    private Uni<List<Frame>> next(AtomicReference<StreamPosition> position, AtomicInteger quiet, Context context) {
        return transactions
                .read(session -> list.after(session, position.get(), BATCH))
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
                                    .<Frame>map(Frame.Changed::new)
                                    .toList());
                });
    }

    private static Uni<List<Frame>> pause(AtomicInteger quiet, Context context) {
        boolean due = quiet.incrementAndGet() % HEARTBEAT_AFTER == 0;
        return Uni.createFrom()
                .item(Optional.<Frame>of(new Frame.Heartbeat()).filter(beat -> due).stream()
                        .toList())
                .onItem()
                .delayIt()
                .by(POLL)
                // A database session may not change threads, and the delay ends on another one.
                .emitOn(work -> context.runOnContext(resumed -> work.run()));
    }
}
