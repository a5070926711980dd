package id.tanggap.notification.channel.whatsapp.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    /** RFC 4231, test case 2. */
    private static final String SIGNATURE = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void a_signature_holds_for_its_own_body_and_secret_alone() {
        assertTrue(HubSignature.holds(BODY, SIGNATURE, "Jefe"));
        assertFalse(HubSignature.holds(BODY, SIGNATURE, "jefe"));
        assertFalse(HubSignature.holds(
                "what do ya want for nothing".getBytes(StandardCharsets.US_ASCII), SIGNATURE, "Jefe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=5bdc",
                "sha256=zz",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void a_header_of_another_form_signs_nothing(String header) {
        assertFalse(HubSignature.holds(BODY, header, "Jefe"));
    }

    @Test
    void the_challenge_is_repeated_to_who_knows_the_token() {
        assertEquals(Optional.of("1158201444"), HubChallenge.answer("subscribe", "token", "1158201444", "token"));
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, other, 1158201444",
        "unsubscribe, token, 1158201444",
        "subscribe, token, <script>",
        "subscribe, token, ''",
        "'', '', ''"
    })
    void nothing_is_repeated_to_anybody_else(String mode, String token, String challenge) {
        assertEquals(Optional.empty(), HubChallenge.answer(mode, token, challenge, "token"));
    }
}
