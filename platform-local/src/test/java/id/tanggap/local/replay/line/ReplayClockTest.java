package id.tanggap.local.replay.line;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReplayClockTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);
    private static final Instant OPENING = Instant.parse("2025-05-20T00:00:00Z");

    @Test
    void waitsForAMomentAtItsSpeed() throws InterruptedException {
        ReplayClock clock = new ReplayClock(DAY, 600);
        long start = System.nanoTime();
        clock.await(OPENING.plus(Duration.ofMinutes(1)));
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(95).toNanos());
    }

    @Test
    void doesNotCountTimeThatItIsSetBackBy() throws InterruptedException {
        ReplayClock clock = new ReplayClock(DAY, 600);
        long start = System.nanoTime();
        clock.setBack(Duration.ofMillis(150));
        clock.await(OPENING);
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(150).toNanos());
    }

    @Test
    void refusesToStandStillOrGoBack() {
        assertThrows(IllegalArgumentException.class, () -> new ReplayClock(DAY, 0));
    }
}
