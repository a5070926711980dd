package id.tanggap.triage.learning;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundsTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final AtomicInteger begun = new AtomicInteger();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_fails_at_the_start_is_tried_again_long_before_the_next_round() {
        AtomicInteger done = new AtomicInteger();
        new Rounds(VERTX)
                .every(Duration.ofDays(1), "test", () -> Uni.createFrom().item(() -> {
                    if (begun.incrementAndGet() < 3) {
                        throw new IllegalStateException("the database is not there yet");
                    }
                    done.incrementAndGet();
                    return null;
                }));
        await().atMost(Duration.ofMinutes(1)).until(() -> done.get() > 0);
        assertEquals(3, begun.get());
    }

    @Test
    void a_round_that_fails_does_not_end_the_rounds() {
        new Rounds(VERTX).every(Duration.ofMillis(20), "test", () -> Uni.createFrom()
                .failure(new IllegalStateException("attempt " + begun.incrementAndGet())));
        await().atMost(Duration.ofMinutes(1)).until(() -> begun.get() > 5);
    }
}
