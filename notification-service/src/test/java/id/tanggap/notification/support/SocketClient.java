package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows a stream over a WebSocket with the JDK's client, which answers pings by itself. */
public final class SocketClient implements AutoCloseable, WebSocket.Listener {

    /** How the server ended it. */
    public record Closed(int code, String reason) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonObject> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile Optional<Closed> closed = Optional.empty();

    private SocketClient(URI address, String token, Optional<String> lastEventId) {
        WebSocket.Builder request = HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token);
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        socket = request.buildAsync(address, this).join();
    }

    /** Connects; fails with a {@link CompletionException} where the handshake is refused. */
    public static SocketClient connect(URI base, String query, String token, Optional<String> lastEventId) {
        URI address = URI.create("ws://" + base.getAuthority() + "/api/v1/tickets/stream" + query);
        return new SocketClient(address, token, lastEventId);
    }

    /** Connects and waits for the stream to be open. */
    public static SocketClient open(URI base, String token, Optional<String> lastEventId) {
        SocketClient client = connect(base, "", token, lastEventId);
        client.awaitTexts(1, "open");
        return client;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            texts.add(new JsonObject(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = Optional.of(new Closed(code, reason));
        return null;
    }

    public List<JsonObject> texts(String event) {
        return texts.stream()
                .filter(text -> text.getString("event").equals(event))
                .toList();
    }

    /** Everything but heartbeats, in order. */
    public List<JsonObject> told() {
        return texts.stream()
                .filter(text -> !text.getString("event").equals("heartbeat"))
                .toList();
    }

    public List<JsonObject> awaitTexts(int count, String event) {
        await().atMost(PATIENCE).until(() -> texts(event).size() >= count || closed.isPresent());
        if (texts(event).size() < count) {
            throw new AssertionError("closed by the server: " + closed);
        }
        return texts(event);
    }

    public Closed awaitClosed() {
        await().atMost(PATIENCE).until(() -> closed.isPresent());
        return closed.orElseThrow();
    }

    public boolean isOpen() {
        return closed.isEmpty();
    }

    public int pings() {
        return pings.get();
    }

    public int pongs() {
        return pongs.get();
    }

    public WebSocket socket() {
        return socket;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
