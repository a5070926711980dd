package id.tanggap.intake.support;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream as a browser's EventSource does. */
public final class SseClient implements AutoCloseable {

    /** An event as it was dispatched. */
    public record Event(String id, String name, String data) {}

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
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1/calls/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            HttpClient http = HttpClient.newHttpClient();
            SseClient client = new SseClient(http.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
            await().atMost(Duration.ofSeconds(10)).until(() -> !client.comments.isEmpty());
            return client;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        StringBuilder data = new StringBuilder();
        String[] name = {""};
        try {
            response.body().forEach(line -> {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, name[0], data.toString()));
                    }
                    data.setLength(0);
                    name[0] = "";
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
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

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<String> data() {
        return events.stream().map(Event::data).toList();
    }

    public List<Event> awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> events.size() >= count);
        return events();
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    public String lastId() {
        return lastId;
    }

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
