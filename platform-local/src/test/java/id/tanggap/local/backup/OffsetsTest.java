package id.tanggap.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.local.stack.StackException;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition CALLS = new TopicPartition("intake.call.v1", 0);
    private static final TopicPartition LETTERS = new TopicPartition("ticket.intake.call.v1.dlq", 0);

    @Test
    void aGroupGoesOnWithTheFirstKeptRecordThatItHasNotCommitted() {
        assertEquals(0, after(5, 9, 10, 12));
        assertEquals(0, after(9, 9, 10, 12));
        assertEquals(1, after(10, 9, 10, 12));
        // What lay there is gone: the next one, not one further.
        assertEquals(2, after(11, 9, 10, 12));
        assertEquals(2, after(12, 9, 10, 12));
        assertEquals(3, after(13, 9, 10, 12));
        assertEquals(3, after(99, 9, 10, 12));
        assertEquals(0, after(99));
    }

    @Test
    void eachPartitionAndGroupIsCountedByItself() {
        Offsets offsets = new Offsets(Map.of(
                "ticket", Map.of(CALLS.topic(), Map.of(0, 3L, 1, 1L)),
                "triage", Map.of(CALLS.topic(), Map.of(0, 2L))));
        offsets.kept(CALLS, 1);
        offsets.kept(CALLS, 2);
        offsets.kept(new TopicPartition(CALLS.topic(), 1), 0);
        assertEquals(2, offsets.groups().get("ticket").get(CALLS).offset());
        assertEquals(
                1,
                offsets.groups()
                        .get("ticket")
                        .get(new TopicPartition(CALLS.topic(), 1))
                        .offset());
        assertEquals(1, offsets.groups().get("triage").get(CALLS).offset());
    }

    @Test
    void aDeadLetterIsFoundWhereItLiesNow() {
        Offsets offsets = new Offsets(Map.of());
        offsets.kept(LETTERS, 40);
        offsets.kept(LETTERS, 43);
        assertEquals(OptionalLong.of(1), offsets.letter(LETTERS, 43));
        assertEquals(OptionalLong.empty(), offsets.letter(LETTERS, 41));
    }

    @Test
    void aPartitionThatEndsElsewhereThanItsRecordsIsNoticed() {
        Offsets offsets = new Offsets(Map.of());
        offsets.kept(CALLS, 4);
        offsets.check(Map.of(CALLS, 1L, LETTERS, 0L));
        assertThrows(StackException.class, () -> offsets.check(Map.of(CALLS, 0L)));
        assertThrows(StackException.class, () -> offsets.check(Map.of(LETTERS, 1L)));
    }

    private static long after(long committed, long... kept) {
        Offsets offsets = new Offsets(Map.of("group", Map.of(CALLS.topic(), Map.of(0, committed))));
        for (long offset : kept) {
            offsets.kept(CALLS, offset);
        }
        return offsets.groups().get("group").get(CALLS).offset();
    }
}
