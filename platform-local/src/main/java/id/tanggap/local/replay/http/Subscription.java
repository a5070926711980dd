package id.tanggap.local.replay.http;

import id.tanggap.local.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Follows a stream of server-sent events from now on, with somebody's account. Whenever the connection ends it opens another
 * one after the last event that it had, for as long as it takes.
 */
public final class Subscription implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final URI address;
    private final String who;
    private final Bearers bearers;
    private final Consumer<EventStream.Event> sink;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final Thread thread;
    private volatile String lastId = "";
    private volatile boolean closing;

    /** {@code sink}: is given the events one after the other, on the subscription's own thread. */
    public Subscription(URI address, String who, Bearers bearers, Consumer<EventStream.Event> sink) {
        this.address = address;
        this.who = who;
        this.bearers = bearers;
        this.sink = sink;
        this.thread = Thread.ofVirtual().name("stream-" + who).start(this::run);
    }

    /** Returns when nothing that comes from now on is missed. */
    public void awaitOpen() throws InterruptedException {
        try {
            open.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException("The stream of " + who + " does not open at " + address + ".", e);
        }
    }

    /** The id of the last event that was had, or where the stream stood when it was opened. */
    public String lastId() {
        return lastId;
    }

    /** Where a stream that is opened now stands; empty while nobody answers. */
    public Optional<String> end() throws InterruptedException {
        EventStream now = new EventStream("");
        try (InputStream body = connect("")) {
            BufferedReader lines = reader(body);
            // No line more than needed: the next may be a heartbeat that is long in coming.
            while (now.lastId().isEmpty()) {
                String line = lines.readLine();
                if (line == null) {
                    return Optional.empty();
                }
                now.accept(line);
            }
            return Optional.of(now.lastId());
        } catch (IOException | StackException e) {
            return Optional.empty();
        }
    }

    private void run() {
        while (!closing) {
            try (InputStream body = connect(lastId)) {
                follow(body);
            } catch (IOException | StackException e) {
                // The service is away or was: the next connection goes on where this one ended.
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(AGAIN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void follow(InputStream body) throws IOException {
        BufferedReader lines = reader(body);
        EventStream events = new EventStream(lastId);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            events.accept(line).ifPresent(sink);
            lastId = events.lastId();
            if (!lastId.isEmpty()) {
                open.complete(null);
            }
        }
    }

    private InputStream connect(String after) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearers.of(who))
                .header("Accept", "text/event-stream");
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            return response.body();
        }
        response.body().close();
        if (response.statusCode() == 401) {
            bearers.forget();
        }
        throw new IOException("answered " + response.statusCode());
    }

    private static BufferedReader reader(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        http.shutdownNow();
    }
}
