package id.tanggap.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Topics topics = new Topics(Duration.ofSeconds(1), Duration.ofSeconds(3));

    @Test
    void a_topic_is_closed_while_a_batch_of_it_is_under_way() {
        topics.begin("a");
        assertEquals(Set.of("a"), topics.closed(0));

        topics.succeed("a");
        assertEquals(Set.of(), topics.closed(0));
    }

    @Test
    void it_rests_after_a_failure_and_longer_after_the_next() {
        fail("a", false, 0);
        assertEquals(Set.of("a"), topics.closed(SECOND - 1));
        assertEquals(Set.of(), topics.closed(SECOND));

        fail("a", false, 0);
        assertEquals(Set.of("a"), topics.closed(2 * SECOND - 1));

        fail("a", false, 0);
        assertEquals(Set.of("a"), topics.closed(3 * SECOND - 1));
        assertEquals(Set.of(), topics.closed(3 * SECOND));
    }

    @Test
    void one_that_gets_something_through_rests_only_shortly() {
        fail("a", false, 0);
        fail("a", false, 0);

        fail("a", true, 0);

        assertEquals(Set.of(), topics.closed(SECOND));
    }

    @Test
    void a_failed_topic_counts_as_unacknowledged_until_it_has_succeeded() {
        fail("a", false, 0);
        assertFalse(topics.allAcknowledged());

        topics.begin("a");
        assertFalse(topics.allAcknowledged());
        topics.succeed("a");

        assertTrue(topics.allAcknowledged());
    }

    private void fail(String topic, boolean progress, long now) {
        topics.begin(topic);
        topics.fail(topic, progress, now);
    }
}
