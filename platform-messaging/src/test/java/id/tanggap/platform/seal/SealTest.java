package id.tanggap.platform.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Seal SEAL = new Seal(key(1), "k1");

    @Test
    void opens_what_it_sealed() {
        assertEquals("+6281234567890", SEAL.open(SEAL.seal("+6281234567890")));
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        assertNotEquals(SEAL.seal("+6281234567890"), SEAL.seal("+6281234567890"));
    }

    @Test
    void the_sealed_form_does_not_show_the_text() {
        assertFalse(SEAL.seal("+6281234567890").contains("81234567890"));
    }

    @Test
    void another_key_does_not_open_it() {
        String sealed = SEAL.seal("secret");
        Seal other = new Seal(key(2), "k1");
        assertThrows(IllegalArgumentException.class, () -> other.open(sealed));
    }

    @Test
    void an_altered_text_is_not_opened() {
        String sealed = SEAL.seal("secret");
        String[] parts = sealed.split("\\.", -1);
        parts[3] = (parts[3].charAt(0) == 'A' ? 'B' : 'A') + parts[3].substring(1);
        String altered = String.join(".", parts);
        assertThrows(IllegalArgumentException.class, () -> SEAL.open(altered));
    }

    @Test
    void an_unencrypted_look_alike_is_not_opened() {
        assertThrows(IllegalArgumentException.class, () -> SEAL.open("eyJhbGciOiJub25lIn0.c2VjcmV0."));
        assertThrows(IllegalArgumentException.class, () -> SEAL.open("secret"));
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Seal(new byte[16], "short"));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
