package id.tanggap.local.replay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final EventStream stream = new EventStream("");

    @Test
    void anEventIsWholeAtItsEmptyLine() {
        assertEquals(
                List.of(new EventStream.Event("7", "ticket", "{\"a\":1}")),
                read("event:ticket", "id: 7", "data:{\"a\":1}", ""));
    }

    @Test
    void anIdWithoutDataIsNoEventButAPlaceToGoOnFrom() {
        assertEquals(List.of(), read(": open", "id: 41", "retry: 1000", ""));
        assertEquals("41", stream.lastId());
        assertEquals(List.of(), read(": heartbeat", ""));
        assertEquals("41", stream.lastId());
    }

    @Test
    void anEventThatWasCutOffIsNotCountedAsHad() {
        read("id: 41", "");
        assertEquals(List.of(), read("event: ticket", "id: 42", "data: {"));
        assertEquals("41", stream.lastId());
    }

    @Test
    void linesOfDataAreJoined() {
        assertEquals(List.of(new EventStream.Event("", "", "one\ntwo")), read("data: one", "data: two", ""));
    }

    private List<EventStream.Event> read(String... lines) {
        return Stream.of(lines).map(stream::accept).flatMap(Optional::stream).toList();
    }
}
