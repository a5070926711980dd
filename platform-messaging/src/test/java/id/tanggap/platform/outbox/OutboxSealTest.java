package id.tanggap.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class OutboxSealTest {

    private static final String WHO = "{\"name\":\"Siti\"}";
    private static final String WHAT = "{\"step\":\"ACCEPT\"}";

    private final OutboxSeal seal = seal(1);

    private record Told(String name) {}

    private record Missed(String step) implements Unsealed {}

    @Test
    void what_does_not_say_otherwise_rests_sealed() {
        String resting = seal.rest(new Told("Siti"), WHO);

        assertFalse(resting.contains("Siti"), resting);
        assertEquals(WHO, seal.open(resting));
        assertThrows(IllegalArgumentException.class, () -> seal(2).open(resting));
    }

    @Test
    void what_names_nobody_rests_as_it_is() {
        assertEquals(WHAT, seal.rest(new Missed("ACCEPT"), WHAT));
        assertEquals(WHAT, seal.open(WHAT));
    }

    @Test
    void what_could_not_be_told_from_a_sealed_one_is_sealed() {
        String resting = seal.rest(new Missed("ACCEPT"), "\"ACCEPT\"");

        assertFalse(resting.contains("ACCEPT"), resting);
        assertEquals("\"ACCEPT\"", seal.open(resting));
    }

    private static OutboxSeal seal(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new OutboxSeal(Base64.getEncoder().encodeToString(bytes));
    }
}
