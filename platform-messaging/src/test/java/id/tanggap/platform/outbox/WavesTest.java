package id.tanggap.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WavesTest {

    private static final OffsetDateTime THEN = OffsetDateTime.of(2025, 5, 20, 2, 0, 0, 0, ZoneOffset.UTC);

    @Test
    void events_of_different_keys_go_side_by_side_up_to_so_many() {
        assertEquals(List.of(List.of("a1", "b1"), List.of("c1", "d1"), List.of("e1")), waves(2, "a1 b1 c1 d1 e1"));
    }

    @Test
    void events_of_one_key_go_one_after_the_other() {
        assertEquals(List.of(List.of("a1"), List.of("a2"), List.of("a3")), waves(64, "a1 a2 a3"));
    }

    @Test
    void others_do_not_wait_for_a_key_with_many() {
        assertEquals(
                List.of(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3")), waves(64, "a1 a2 b1 a3 c1 b2"));
    }

    @Test
    void a_full_wave_is_passed_over_and_no_event_overtakes_the_one_before_it() {
        assertEquals(
                List.of(List.of("a1", "b1"), List.of("a2", "c1"), List.of("a3", "c2"), List.of("c3", "d1")),
                waves(2, "a1 b1 a2 c1 a3 c2 c3 d1"));
    }

    @Test
    void nothing_makes_no_wave() {
        assertEquals(List.of(), Waves.of(List.of(), 64));
    }

    private static List<List<String>> waves(int most, String events) {
        return Waves.of(Stream.of(events.split(" ")).map(WavesTest::event).toList(), most).stream()
                .map(wave -> wave.stream()
                        .map(event -> event.key() + event.sequence())
                        .toList())
                .toList();
    }

    private static PendingEvent event(String name) {
        String key = name.substring(0, 1);
        return new PendingEvent(
                UUID.randomUUID(),
                "sample.note.v1",
                key,
                "id.tanggap.sample.note.v1",
                key,
                Long.parseLong(name.substring(1)),
                THEN,
                Optional.empty(),
                Optional.empty());
    }
}
