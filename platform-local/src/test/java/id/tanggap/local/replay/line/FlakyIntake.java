package id.tanggap.local.replay.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An intake, and call-back tasks beside it, that answers 503 to one request in thirteen and cuts one in seventeen off after having taken it in. */
final class FlakyIntake implements AutoCloseable {
    record Got(String path, String query, String who, String key, byte[] body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What took effect, in order, repeats and all. */
    final List<Got> taken = new CopyOnWriteArrayList<>();

    final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    FlakyIntake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (number % 13 == 0) {
            failures.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/call-backs")) {
            answer(exchange, 200, callBacks());
            return;
        }
        taken.add(new Got(
                path,
                String.valueOf(exchange.getRequestURI().getQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                body));
        if (number % 17 == 0) {
            failures.incrementAndGet();
            exchange.close();
            return;
        }
        answer(exchange, 201, "{\"reportId\":\"report-of" + path.replace('/', '-') + "\"}");
    }

    /** A task of every call that was hung up before the answer. */
    private String callBacks() {
        return taken.stream()
                .filter(got -> got.path().endsWith("/events")
                        && got.json().path("type").asText().equals("ABANDONED"))
                .map(got -> got.path().split("/")[2])
                .distinct()
                .map(callId -> "{\"taskId\":\"task-of-" + callId + "\",\"callId\":\"" + callId + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
