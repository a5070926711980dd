package id.tanggap.ticket.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTest {

    private static final byte[] START = new byte[32];
    private static final UUID TICKET = UUID.fromString("0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a");
    private static final Instant AT = Instant.parse("2025-05-20T03:12:09.120456Z");
    private static final Actor PDAM = new Actor("pdam1", Actor.Role.AGENCY);
    private static final byte[] DIGEST = Chain.digest(new byte[] {1}, "{}");
    private static final Chain.Link LINK = new Chain.Link(7, TICKET, 2, AT, "ASSIGNMENT", PDAM, DIGEST);

    /** Worked out with other means, so that anybody can verify the chain without this code (see the test's source). */
    @Test
    void the_form_is_as_documented() {
        // printf '\x01{}' | openssl dgst -sha256 -binary | base64
        assertEquals(
                "5qnY29KylBprbEe/eRDwpu4LCNR8NGKrcnri1zvABdo=",
                java.util.Base64.getEncoder().encodeToString(DIGEST));
        // printf '1\n7\n<ticket>\n2\n1747710729120456\nASSIGNMENT\nAGENCY\n<digest>\n<32 zero bytes>\npdam1' |
        // sha256sum
        assertEquals(
                "44ba56863776ee693b1493294d8ffa7dc5755645c5dbfe1501623eff126b756b",
                HexFormat.of().formatHex(Chain.hash(START, LINK)));
    }

    @Test
    void an_equal_link_has_an_equal_hash() {
        assertArrayEquals(
                Chain.hash(START, LINK),
                Chain.hash(START, new Chain.Link(7, TICKET, 2, AT, "ASSIGNMENT", PDAM, DIGEST.clone())));
    }

    static Stream<Chain.Link> others() {
        return Stream.of(
                new Chain.Link(8, TICKET, 2, AT, "ASSIGNMENT", PDAM, DIGEST),
                new Chain.Link(7, UUID.randomUUID(), 2, AT, "ASSIGNMENT", PDAM, DIGEST),
                new Chain.Link(7, TICKET, 3, AT, "ASSIGNMENT", PDAM, DIGEST),
                new Chain.Link(7, TICKET, 2, AT.plusNanos(1_000), "ASSIGNMENT", PDAM, DIGEST),
                new Chain.Link(7, TICKET, 2, AT, "ASSESSED", PDAM, DIGEST),
                new Chain.Link(7, TICKET, 2, AT, "ASSIGNMENT", new Actor("damkar1", Actor.Role.AGENCY), DIGEST),
                new Chain.Link(7, TICKET, 2, AT, "ASSIGNMENT", new Actor("pdam1", Actor.Role.OPERATOR), DIGEST),
                new Chain.Link(7, TICKET, 2, AT, "ASSIGNMENT", PDAM, Chain.digest(new byte[] {2}, "{}")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void any_other_link_has_another_hash(Chain.Link other) {
        assertFalse(Arrays.equals(Chain.hash(START, LINK), Chain.hash(START, other)));
    }

    @Test
    void a_hash_covers_the_one_before() {
        byte[] other = "another beginning of 32 bytes...".getBytes(StandardCharsets.UTF_8);

        assertFalse(Arrays.equals(Chain.hash(START, LINK), Chain.hash(other, LINK)));
    }
}
