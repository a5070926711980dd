package id.tanggap.notification.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.config.StreamConfig;
import id.tanggap.notification.support.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of a feed in which nothing happens. */
class FeedStreamsTest {

    private static final int STREAMS = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final StreamTimers timers = new StreamTimers();
    private final StreamConfig config = Settings.of(StreamConfig.class);
    private final Feed empty = new Feed(null, null) {
        @Override
        public Uni<Bounds> bounds(String agency) {
            return Uni.createFrom().item(new Bounds(1, 0));
        }

        @Override
        public Uni<List<Entry>> after(String agency, long position, int limit) {
            return Uni.createFrom().item(List.of());
        }
    };
    private final FeedStreams streams = new FeedStreams(
            empty,
            new FeedTails(empty, config, vertx),
            new FeedSignals(),
            timers,
            config,
            vertx,
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        timers.end();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private AssertSubscriber<Frame> open(Duration life) {
        return streams.open("damkar", OptionalLong.of(0), life).subscribe().withSubscriber(AssertSubscriber.create(9));
    }

    @Test
    void who_goes_away_leaves_no_timer_behind() {
        int others = mutinysTimers();
        List<AssertSubscriber<Frame>> open =
                Stream.generate(() -> open(HOUR)).limit(STREAMS).toList();
        await().until(() -> timers.waiting() == STREAMS);

        open.forEach(AssertSubscriber::cancel);

        await().until(() -> timers.waiting() == 0);
        // Its executor is all tests'.
        assertTrue(mutinysTimers() < others + STREAMS / 2);
    }

    @Test
    void a_stream_ends_with_its_life_though_its_heartbeat_is_far() {
        AssertSubscriber<Frame> stream = open(Duration.ofMillis(50));

        stream.awaitCompletion(Duration.ofSeconds(10));
        assertEquals(List.of(new Frame.Opened(0)), stream.getItems());
        assertEquals(0, timers.waiting());
    }

    private static int mutinysTimers() {
        return ((ScheduledThreadPoolExecutor) Infrastructure.getDefaultWorkerPool())
                .getQueue()
                .size();
    }
}
