package id.tanggap.local.replay.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
    void standsStillWhilePaused() throws InterruptedException {
        ReplayClock clock = new ReplayClock(DAY, 1_000_000);
        clock.pause();
        Thread waiter = Thread.startVirtualThread(() -> {
            try {
                clock.await(OPENING.plusSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertFalse(waiter.join(Duration.ofMillis(100)), "a paused clock lets nobody go on");
        clock.resume();
        assertTrue(waiter.join(Duration.ofSeconds(20)));
    }

    @Test
    void refusesToStandStillOrGoBack() {
        assertThrows(IllegalArgumentException.class, () -> new ReplayClock(DAY, 0));
    }
}
