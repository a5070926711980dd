package id.tanggap.ticket.priority.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePolicyTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");

    @ParameterizedTest(name = "{0} opened {1} min ago with score {2} comes before {3}, {4}, {5}")
    @CsvSource({
        "6, 0, 0.1, 5, 0, 0.1",
        "5, 10, 0.5, 5, 0, 0.5",
        "5, 0, 0.1, 5, 0, 0.9",
        // A likely hoax of a higher kind waits behind a lesser one that is likely true, not behind the least.
        "4, 0, 0.0, 6, 0, 1.0",
        "6, 0, 1.0, 2, 0, 0.0",
        // Nobody has a score before triage has said something.
        "5, 0, , 5, 0, 0.1",
        // However sure the hoax, it is not overtaken for ever.
        "5, 36, 1.0, 5, 0, 0.0"
    })
    void the_earlier_place_comes_first(int level, int ago, Double score, int otherLevel, int otherAgo, Double other) {
        Instant first = QueuePolicy.place(NOW.minus(Duration.ofMinutes(ago)), level, Optional.ofNullable(score));
        Instant second =
                QueuePolicy.place(NOW.minus(Duration.ofMinutes(otherAgo)), otherLevel, Optional.ofNullable(other));

        assertTrue(first.isBefore(second), first + " " + second);
    }

    @Test
    void a_score_costs_a_bounded_wait_and_no_more() {
        Instant without = QueuePolicy.place(NOW, 3, Optional.empty());

        assertEquals(without, QueuePolicy.place(NOW, 3, Optional.of(0.0)));
        for (double score = 0; score <= 1; score += 0.01) {
            Instant place = QueuePolicy.place(NOW, 3, Optional.of(score));
            assertTrue(!place.isBefore(without) && !place.isAfter(without.plus(QueuePolicy.HOAX)));
        }
    }

    @Test
    void who_did_not_answer_is_rung_again_later_and_not_before_its_place() {
        assertEquals(NOW.plus(QueuePolicy.RETRY), QueuePolicy.again(NOW.minusSeconds(60), NOW));
        assertEquals(NOW.plus(Duration.ofHours(1)), QueuePolicy.again(NOW.plus(Duration.ofHours(1)), NOW));
    }
}
