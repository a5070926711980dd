package id.tanggap.intake.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final String NUMBER = "+6281200000032";

    private final Fingerprints fingerprints = withKey("example key of 32 bytes in length");

    @Test
    void a_caller_has_the_same_reference_each_time() {
        assertEquals(
                fingerprints.callerRef(NUMBER),
                withKey("example key of 32 bytes in length").callerRef(NUMBER));
    }

    @Test
    void a_reference_is_of_its_key_alone_and_tells_nothing_of_the_number() {
        assertNotEquals(fingerprints.callerRef(NUMBER), withKey("another key").callerRef(NUMBER));
        assertTrue(fingerprints.callerRef(NUMBER).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void callers_do_not_share_a_reference() {
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            references.add(fingerprints.callerRef("+62812%08d".formatted(i)));
        }
        assertEquals(10_000, references.size());
    }

    @Test
    void the_fingerprint_of_a_content_is_never_a_callers_reference() {
        assertNotEquals(fingerprints.callerRef(NUMBER), fingerprints.content(NUMBER));
        assertNotEquals(fingerprints.callerRef(NUMBER), fingerprints.content("caller:" + NUMBER));
    }

    private static Fingerprints withKey(String key) {
        String base64 = Base64.getEncoder().encodeToString(key.getBytes());
        return new Fingerprints(() -> base64);
    }
}
