package id.tanggap.local.replay.agency;

import id.tanggap.local.replay.http.Bearers;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One agency's browser: follows its own stream of tickets from now on. Whenever the connection ends it opens another one
 * after the last event that it had, for as long as it takes.
 */
final class AgencyStream implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final String agency;
    private final URI address;
    private final Bearers bearers;
    private final Consumer<AgencyRecord> sink;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final Thread thread;
    private volatile String lastId = "";
    private volatile boolean closing;

    AgencyStream(URI address, String agency, Bearers bearers, Consumer<AgencyRecord> sink) {
        this.agency = agency;
        this.address = address;
        this.bearers = bearers;
        this.sink = sink;
        this.thread = Thread.ofVirtual().name("stream-" + agency).start(this::run);
    }

    /** Returns when nothing that comes from now on is missed. */
    void awaitOpen() throws InterruptedException {
        try {
            open.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException("The stream of " + agency + " does not open at " + address + ".", e);
        }
    }

    /** Whether it has all events that a stream opened now would be behind of; false while nobody answers. */
    boolean caughtUp() throws InterruptedException {
        EventStream now = new EventStream("");
        try (InputStream body = connect("")) {
            BufferedReader lines = reader(body);
            // No line more than needed: the next may be a heartbeat that is long in coming.
            while (now.lastId().isEmpty()) {
                String line = lines.readLine();
                if (line == null) {
                    return false;
                }
                now.accept(line);
            }
        } catch (IOException | StackException e) {
            return false;
        }
        return Long.parseLong(lastId) >= Long.parseLong(now.lastId());
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
            events.accept(line).ifPresent(event -> sink.accept(read(event)));
            lastId = events.lastId();
            if (!lastId.isEmpty()) {
                open.complete(null);
            }
        }
    }

    private AgencyRecord read(EventStream.Event event) {
        long now = System.nanoTime();
        return event.name().equals("ticket")
                ? AgencyRecord.read(agency, event.id(), event.data().getBytes(StandardCharsets.UTF_8), now)
                : AgencyRecord.fault(agency, event.id(), "a " + event.name() + " " + event.data(), now);
    }

    private InputStream connect(String after) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearers.of(agency + "1"))
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
