package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.ShortToken;
import id.tanggap.notification.support.SocketClient;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the stream is the WebSocket's own: how it is opened and how it ends. What it tells is in {@link TicketStreamTest}. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TicketSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI base;

    private SocketClient socket(String user) {
        return SocketClient.open(base, Tokens.user(user), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=yesterday", "?after=-1", "?x=1&after=%31", "?after=99999999999999999999"})
    void a_place_that_is_no_position_is_a_close_that_names_the_field(String query) {
        try (SocketClient client = SocketClient.connect(base, query, Tokens.user("damkar1"), Optional.empty())) {
            assertEquals(
                    new SocketClient.Closed(1008, "after: must be the id of an event of this stream, or 0"),
                    client.awaitClosed());
            assertEquals("", client.place(), "it was opened first");
        }
    }

    @ParameterizedTest
    @CsvSource({"operator1, 403", "supervisor1, 403", "ops1, 403", "nobody, 401", "forged, 401"})
    void roles_decide_before_it_opens(String user, int status) {
        String token =
                switch (user) {
                    case "nobody" -> "";
                    case "forged" -> Tokens.user("damkar1") + "x";
                    default -> Tokens.user(user);
                };

        try (Logs logs = new Logs()) {
            CompletionException refused = assertThrows(
                    CompletionException.class, () -> SocketClient.connect(base, "", token, Optional.empty()));

            assertEquals(
                    status,
                    assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                            .getResponse()
                            .statusCode());
            assertEquals(
                    List.of(),
                    logs.lines().stream()
                            .filter(line -> line.contains("failed"))
                            .toList(),
                    "a stranger's token is no fault of ours");
        }
    }

    @Test
    void it_takes_no_messages() {
        try (SocketClient text = socket("damkar1");
                SocketClient binary = socket("damkar1")) {
            text.socket().sendText("{\"event\":\"ticket\"}", true).join();
            binary.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

            var refused = new SocketClient.Closed(1003, "This stream only tells; it takes no messages.");
            assertEquals(refused, text.awaitClosed());
            assertEquals(refused, binary.awaitClosed());
        }
    }

    @Test
    void what_is_larger_than_anything_that_is_read_ends_it() {
        try (SocketClient client = socket("damkar1")) {
            client.socket()
                    .sendText("x".repeat(100_000), true)
                    .exceptionally(cutOff -> null)
                    .join();

            await().atMost(PATIENCE).until(client::ended);
        }
    }

    @Test
    void it_ends_with_its_token() {
        String token = ShortToken.of("agency-satpolpp", 4);

        try (SocketClient client = SocketClient.open(base, token, Optional.empty())) {
            assertEquals(new SocketClient.Closed(1008, "Authentication expired"), client.awaitClosed());
        }
    }
}
