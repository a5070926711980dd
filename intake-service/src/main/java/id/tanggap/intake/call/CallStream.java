package id.tanggap.intake.call;

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
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Streams of calls as they change. Old and new changes come by the same query, "after the last one sent", so that none is
 * lost between a backlog and what follows, and whichever replica made the change; a client that reads slowly skips states that
 * are past.
 */
@ApplicationScoped
public class CallStream {

    /** One indexed query a console in this time: a dozen consoles cost the database nothing that is felt. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** Proxies close what is silent for a minute, some for 30 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int BATCH = 100;
    private static final int HEARTBEAT_AFTER = (int) HEARTBEAT.dividedBy(POLL);

    private final Transactions transactions;
    private final CallList list;
    private final Vertx vertx;
    private volatile boolean closing;

    CallStream(Transactions transactions, CallList list, Vertx vertx) {
        this.transactions = transactions;
        this.list = list;
        this.vertx = vertx;
    }

    /** Something to send. */
    public sealed interface Frame {

        /** The stream stands at this position. */
        record Opened(long position) implements Frame {}

        /** A call has changed. */
        record Changed(CallList.Change change) implements Frame {}

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
    public Multi<Frame> open(OptionalLong after, Duration life) {
        return Multi.createFrom()
                .deferred(() -> frames(after, vertx.getOrCreateContext()))
                .select()
                .first(life);
    }

    private Multi<Frame> frames(OptionalLong after, Context context) {
        return transactions
                .read(list::position)
                // A position beyond the last one is of another database: go on from now.
                .map(last -> after.isPresent() ? Math.min(after.getAsLong(), last) : last)
                .onItem()
                .transformToMulti(start -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(new Frame.Opened(start)),
                                following(new AtomicLong(start), new AtomicInteger(), context)));
    }

    private Multi<Frame> following(AtomicLong position, AtomicInteger quiet, Context context) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(position, quiet, context))
                .whilst(frames -> !closing)
                .onItem()
                .transformToMultiAndConcatenate(frames -> Multi.createFrom().iterable(frames));
    }

    private Uni<List<Frame>> next(AtomicLong position, AtomicInteger quiet, Context context) {
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
