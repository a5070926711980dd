package id.tanggap.notification.feed;

import id.tanggap.notification.config.StreamConfig;
import id.tanggap.notification.feed.policy.ResumePoint;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.DatabaseFailures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Streams of an agency's feed. Old and new entries come by the same query, "after the last one sent", so there is no
 * hand-over between backlog and live at which one could be lost or doubled; and the query is only made when the client has
 * taken what was read before, so a slow one holds one batch and no more.
 */
@ApplicationScoped
public class FeedStreams {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Feed feed;
    private final FeedTails tails;
    private final FeedSignals signals;
    private final StreamConfig config;
    private final Vertx vertx;
    private final StreamPlaces places;
    private final StreamTimers timers;
    private volatile boolean closing;

    FeedStreams(
            Feed feed,
            FeedTails tails,
            FeedSignals signals,
            StreamTimers timers,
            StreamConfig config,
            Vertx vertx,
            MeterRegistry metrics) {
        this.feed = feed;
        this.tails = tails;
        this.signals = signals;
        this.timers = timers;
        this.config = config;
        this.vertx = vertx;
        this.places = new StreamPlaces(config.maxStreams(), config.maxStreamsPerAgency());
        Gauge.builder("tanggap.streams.open", places, StreamPlaces::taken)
                .description("Open streams of this replica, server-sent and WebSocket")
                .register(metrics);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        closing = true;
    }

    /**
     * The agency's entries after the requested position, or from now on, until {@code life} is over. To be subscribed once,
     * on the event loop, on a context of its own. Throws a {@link Problem} if too many are open.
     */
    public Multi<Frame> open(String agency, OptionalLong requested, Duration life) {
        // Now and not at the subscription: then the answer has begun, and it says 200.
        if (!places.take(agency)) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Too many streams are open.")
                    .retryAfter(Duration.ofSeconds(10));
        }
        Life until = new Life(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(life.toMillis()));
        return Multi.createFrom()
                .deferred(() -> frames(agency, requested, until, vertx.getOrCreateContext()))
                // What was read before its end may be asked for after it.
                .select()
                .first(frame -> !until.over())
                .onTermination()
                .invoke(() -> giveBack(agency));
    }

    /** A stream's; without a timer of its own, for a stream wakes at the latest with its heartbeat. */
    private record Life(long untilNanos) {

        boolean over() {
            return left() <= 0;
        }

        /** The shorter of this and what is left. */
        Duration atMost(Duration wait) {
            return Duration.ofNanos(Math.max(1, Math.min(wait.toNanos(), left())));
        }

        private long left() {
            return untilNanos - System.nanoTime();
        }
    }

    private void giveBack(String agency) {
        if (places.giveBack(agency)) {
            tails.forget(agency);
        }
    }

    private Multi<Frame> frames(String agency, OptionalLong requested, Life life, Context context) {
        return feed.bounds(agency)
                .map(bounds -> ResumePoint.of(requested, bounds.oldest(), bounds.latest()))
                .onItem()
                .transformToMulti(start -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().iterable(opening(start)),
                                following(agency, new AtomicLong(start.after()), life, context)));
    }

    private static List<Frame> opening(ResumePoint start) {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.Opened(start.after()));
        start.gap().ifPresent(gap -> frames.add(new Frame.Missing(gap)));
        return frames;
    }

    private Multi<Frame> following(String agency, AtomicLong position, Life life, Context context) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(agency, position, life, context))
                .whilst(frames -> !closing && !life.over())
                .onItem()
                .transformToMultiAndConcatenate(frames -> Multi.createFrom().iterable(frames));
    }

    private Uni<List<Frame>> next(String agency, AtomicLong position, Life life, Context context) {
        return tails.after(agency, position.get())
                .chain(entries -> {
                    if (entries.isEmpty()) {
                        return quiet(agency, position.get(), life);
                    }
                    position.set(entries.getLast().position());
                    return Uni.createFrom()
                            .item(entries.stream().<Frame>map(Frame.News::new).toList());
                })
                // The client keeps its place while the database is away.
                .onFailure(DatabaseFailures::isUnavailable)
                .recoverWithUni(() -> Uni.createFrom()
                        .<List<Frame>>item(List.of(new Frame.Heartbeat()))
                        .onItem()
                        .delayIt()
                        .by(PAUSE))
                // A database session may not change threads, and signals come on other ones.
                .emitOn(work -> context.runOnContext(resumed -> work.run()));
    }

    private Uni<List<Frame>> quiet(String agency, long position, Life life) {
        return signals.beyond(agency, position)
                .<List<Frame>>replaceWith(List.of())
                .ifNoItem()
                .after(life.atMost(config.heartbeat()))
                .on(timers.executor())
                .recoverWithItem(List.of(new Frame.Heartbeat()));
    }
}
