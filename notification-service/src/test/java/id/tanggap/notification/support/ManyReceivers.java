package id.tanggap.notification.support;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/**
 * One server for all webhooks of a bench, cheap enough to leave the processors to what is measured: keeps when a ticket came to
 * each address, and never answers those whose path begins with {@code /sick}.
 */
public final class ManyReceivers implements AutoCloseable {

    private static final String TICKET = "\"ticketId\":\"";
    private static final int BACKLOG = 4_096;

    /** When a ticket was published, and when it came to each address. */
    public static final class Told {

        private final int destinations;
        private final long publishedAt = System.nanoTime();
        private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

        private Told(int destinations) {
            this.destinations = destinations;
        }

        /** Milliseconds to each, once all have it. */
        public double[] took() {
            return arrivals.values().stream()
                    .mapToDouble(at -> (at - publishedAt) / 1e6)
                    .toArray();
        }

        private boolean isComplete() {
            return arrivals.size() >= destinations;
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Map<String, Told> tickets = new ConcurrentHashMap<>();
    private final Set<HttpConnection> hanging = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public ManyReceivers() {
        server = vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                .requestHandler(this::receive)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public int port() {
        return server.actualPort();
    }

    /** To be called at the moment when it is published. */
    public Told expect(String ticket, int destinations) {
        Told told = new Told(destinations);
        tickets.put(ticket, told);
        return told;
    }

    /** Waits until whatever was expected has come. */
    public void awaitAll() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> tickets.values().stream().allMatch(Told::isComplete));
    }

    /** Breaks off whatever hangs now. */
    public void release() {
        hanging.forEach(HttpConnection::close);
    }

    private void receive(HttpServerRequest request) {
        if (request.path().startsWith("/sick")) {
            HttpConnection connection = request.connection();
            hanging.add(connection);
            connection.closeHandler(closed -> hanging.remove(connection));
            return;
        }
        long now = System.nanoTime();
        request.bodyHandler(body -> {
            note(request.authority() + request.path(), body, now);
            request.response().setStatusCode(204).end();
        });
    }

    private void note(String address, Buffer body, long now) {
        String text = body.toString();
        int begin = text.indexOf(TICKET) + TICKET.length();
        Told told = tickets.get(text.substring(begin, text.indexOf('"', begin)));
        if (told != null) {
            told.arrivals.putIfAbsent(address, now);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
