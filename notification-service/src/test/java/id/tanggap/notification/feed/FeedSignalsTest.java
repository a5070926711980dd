package id.tanggap.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedSignalsTest {

    private final FeedSignals signals = new FeedSignals();

    private UniAssertSubscriber<Void> waiting(String agency, long position) {
        return signals.beyond(agency, position).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void growth_wakes_those_who_wait_for_it_and_no_others() {
        var damkar = waiting("damkar", 4);
        var later = waiting("damkar", 5);
        var pdam = waiting("pdam", 4);

        signals.announce("damkar", 5);

        damkar.assertCompleted();
        later.assertNotTerminated();
        pdam.assertNotTerminated();
        signals.announce("damkar", 6);
        later.assertCompleted();
    }

    @Test
    void growth_between_reading_and_waiting_is_not_missed() {
        signals.announce("damkar", 5);

        waiting("damkar", 4).assertCompleted();
        waiting("damkar", 5).assertNotTerminated();
    }

    @Test
    void a_late_announcement_of_less_wakes_nobody() {
        signals.announce("damkar", 9);
        var waiter = waiting("damkar", 9);

        signals.announce("damkar", 7);

        waiter.assertNotTerminated();
    }

    @Test
    void who_gives_up_is_forgotten() {
        var one = waiting("damkar", 1);
        var two = waiting("damkar", 1);
        assertTrue(signals.awaited());

        one.cancel();
        assertTrue(signals.awaited());
        two.cancel();

        assertFalse(signals.awaited());
    }

    @Test
    void at_the_end_everybody_is_woken_and_nobody_waits_any_more() {
        var waiter = waiting("damkar", 1);

        signals.close();

        waiter.assertCompleted();
        waiting("damkar", 1).assertCompleted();
    }

    @Test
    void no_waiter_is_left_behind_however_waiting_and_announcing_meet() throws InterruptedException {
        int rounds = 2_000;
        AtomicInteger woken = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(rounds);
        Thread announcer = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= rounds; i++) {
                signals.announce("damkar", i);
            }
        });
        for (int i = 0; i < rounds; i++) {
            signals.beyond("damkar", i).subscribe().with(nothing -> {
                woken.incrementAndGet();
                done.countDown();
            });
        }
        announcer.join();

        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(rounds, woken.get());
        assertFalse(signals.awaited());
    }
}
