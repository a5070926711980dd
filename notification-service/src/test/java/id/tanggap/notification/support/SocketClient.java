package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows a stream over a WebSocket with the JDK's client, which answers pings by itself. */
public final class SocketClient implements StreamClient, WebSocket.Listener {

    /** How the server ended it. */
    public record Closed(int code, String reason) {}

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
        return open(base, "", token, lastEventId);
    }

    /** The same with this query behind the address. */
    public static SocketClient open(URI base, String query, String token, Optional<String> lastEventId) {
        SocketClient client = connect(base, query, token, lastEventId);
        await().atMost(PATIENCE).until(() -> !client.place().isEmpty() || client.ended());
        if (client.ended()) {
            throw new IllegalStateException("closed by the server: " + client.closed);
        }
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

    @Override
    public List<Event> events() {
        return texts.stream()
                .filter(text -> !text.getString("event").equals("open")
                        && !text.getString("event").equals("heartbeat"))
                .map(text -> new Event(text.getString("event"), text.getString("id", ""), text.getJsonObject("data")))
                .toList();
    }

    @Override
    public int heartbeats() {
        return (int) texts.stream()
                .filter(text -> text.getString("event").equals("heartbeat"))
                .count();
    }

    @Override
    public String place() {
        return texts.stream()
                .filter(text -> text.containsKey("id"))
                .map(text -> text.getString("id"))
                .reduce("", (before, id) -> id);
    }

    public Closed awaitClosed() {
        await().atMost(PATIENCE).until(() -> closed.isPresent());
        return closed.orElseThrow();
    }

    @Override
    public boolean ended() {
        return closed.isPresent() || socket.isInputClosed();
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
