package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream as a browser's EventSource does. */
public final class SseClient implements StreamClient {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    private SseClient(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** Connects and waits for the stream to be open. */
    public static SseClient open(URI base, String token, Optional<String> lastEventId) {
        return open(base, "", token, lastEventId);
    }

    /** The same with this query behind the address. */
    public static SseClient open(URI base, String query, String token, Optional<String> lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1/tickets/stream" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            HttpClient http = HttpClient.newHttpClient();
            HttpResponse<Stream<String>> response = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != OK) {
                throw new IllegalStateException("refused with " + response.statusCode());
            }
            SseClient client = new SseClient(response);
            await().atMost(PATIENCE).until(() -> !client.comments.isEmpty() && !client.lastId.isEmpty());
            return client;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        StringBuilder data = new StringBuilder();
        String[] name = {""};
        String[] id = {""};
        try {
            response.body().forEach(line -> {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name[0], id[0], new JsonObject(data.toString())));
                    }
                    data.setLength(0);
                    name[0] = "";
                    id[0] = "";
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else if (line.startsWith("id:")) {
                    id[0] = line.substring(3).strip();
                    lastId = id[0];
                } else if (line.startsWith("event:")) {
                    name[0] = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            });
        } catch (RuntimeException broken) {
            // The connection is gone; what was read stays.
        }
        ended = true;
    }

    @Override
    public List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public int heartbeats() {
        return (int) comments.stream().filter("heartbeat"::equals).count();
    }

    @Override
    public String place() {
        return lastId;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    public HttpResponse<?> response() {
        return response;
    }

    @Override
    public void close() {
        response.body().close();
        http.shutdownNow();
    }
}
