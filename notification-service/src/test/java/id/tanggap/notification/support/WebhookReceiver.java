package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An agency's server: keeps every request and answers as told. */
public final class WebhookReceiver implements AutoCloseable {

    /** A request as it came. */
    public record Received(
            String id, String timestamp, String signature, String contentType, String body, Instant at) {}

    /** What to answer; a status below 0 is no answer at all. */
    public record Answer(int status, String location, String body) {

        public Answer(int status, String location) {
            this(status, location, "");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final Function<Received, Answer> behaviour;

    public WebhookReceiver(Function<Received, Answer> behaviour) {
        this(0, behaviour);
    }

    /** @param port to listen on, 0 for any that is free */
    public WebhookReceiver(int port, Function<Received, Answer> behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static WebhookReceiver answering(int status) {
        return new WebhookReceiver(request -> new Answer(status, ""));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?for=112";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits until so many have come; all that have. */
    public List<Received> awaitRequests(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> received.size() >= count);
        return received();
    }

    /** Sees that no more come for a while. */
    public void assertStays(int count) {
        await().during(Duration.ofSeconds(1)).until(() -> received.size() == count);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        Received request = new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("content-type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Instant.now());
        received.add(request);
        Answer answer;
        try {
            answer = behaviour.apply(request);
        } catch (RuntimeException broken) {
            failures.add(broken);
            throw broken;
        }
        if (answer.status() < 0) {
            return;
        }
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().add("location", answer.location());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        if (!failures.isEmpty()) {
            throw new AssertionError("the test's own receiver failed", failures.getFirst());
        }
    }
}
