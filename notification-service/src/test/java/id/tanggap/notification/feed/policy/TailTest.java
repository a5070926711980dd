package id.tanggap.notification.feed.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

    private record Entry(long position) implements Tail.Placed {}

    private static Tail<Entry> tail(long after, long last) {
        return new Tail<>(
                after,
                LongStream.rangeClosed(after + 1, last).mapToObj(Entry::new).toList());
    }

    private static List<Long> positions(List<Entry> entries) {
        return entries.stream().map(Entry::position).toList();
    }

    @Test
    void it_answers_only_where_it_has_the_very_next_entry() {
        Tail<Entry> tail = tail(10, 13);

        assertFalse(tail.holds(9), "the entry after 9 was not read");
        assertTrue(tail.holds(10));
        assertTrue(tail.holds(12));
        assertFalse(tail.holds(13), "nobody knows whether there is more");
        assertEquals(List.of(12L, 13L), positions(tail.following(11)));
    }

    @Test
    void what_follows_is_added_and_the_oldest_goes() {
        Tail<Entry> grown = tail(10, 13).with(tail(13, 15), 4);

        assertEquals(List.of(12L, 13L, 14L, 15L), positions(grown.entries()));
        assertFalse(grown.holds(10), "11 is gone");
        assertTrue(grown.holds(11));
    }

    @Test
    void what_both_have_is_there_once() {
        assertEquals(
                List.of(11L, 12L, 13L, 14L),
                positions(tail(10, 13).with(tail(11, 14), 50).entries()));
    }

    @Test
    void a_gap_between_the_two_is_never_passed_over() {
        Tail<Entry> newer = tail(10, 13).with(tail(20, 22), 50);

        assertFalse(newer.holds(12));
        assertEquals(List.of(21L, 22L), positions(newer.following(20)));
    }

    @Test
    void who_reads_further_back_does_not_take_away_what_is_new() {
        Tail<Entry> tail = tail(100, 103);

        assertEquals(tail, tail.with(tail(5, 55), 50));
        assertEquals(tail, tail.with(tail(101, 103), 50));
    }

    @Test
    void who_comes_from_further_back_and_reads_beyond_it_has_it_all() {
        Tail<Entry> all = tail(100, 103).with(tail(98, 105), 50);

        assertTrue(all.holds(98));
        assertEquals(List.of(99L, 100L, 101L, 102L, 103L, 104L, 105L), positions(all.entries()));
    }
}
