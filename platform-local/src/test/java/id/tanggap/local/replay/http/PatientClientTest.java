package id.tanggap.local.replay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientClientTest {
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger forgotten = new AtomicInteger();
    private HttpServer server;

    @Test
    void goesOnUntilItIsAccepted() throws Exception {
        assertEquals(201, send(503, 500, 429, 201).status());
        assertEquals(4, asked.get());
    }

    @Test
    void takesARefusalForAnAnswer() {
        NotAccepted refused = assertThrows(NotAccepted.class, () -> send(400, 201));
        assertEquals(400, refused.status());
        assertEquals(1, asked.get());
    }

    @Test
    void getsANewTokenWhereTheOldOneIsRefused() throws Exception {
        assertEquals(200, send(401, 200).status());
        assertEquals(1, forgotten.get());
    }

    @Test
    void losesPatienceInTheEnd() throws IOException {
        start(503);
        PatientClient client = new PatientClient(new Counting(), Duration.ofMillis(100));
        NotAccepted given = assertThrows(NotAccepted.class, () -> client.send(request()));
        assertTrue(given.getMessage().contains("not accepted in"), given.getMessage());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Accepted send(Integer... statuses) throws Exception {
        start(statuses);
        return new PatientClient(new Counting(), Duration.ofSeconds(20)).send(request());
    }

    private Request request() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/calls");
        return Request.post(uri, "gateway", JsonNodeFactory.instance.objectNode());
    }

    /** The last answer is given for ever. */
    private void start(Integer... statuses) throws IOException {
        answers.addAll(List.of(statuses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int number = asked.getAndIncrement();
            exchange.sendResponseHeaders(answers.get(Math.min(number, answers.size() - 1)), -1);
            exchange.close();
        });
        server.start();
    }

    private final class Counting implements Bearers {
        @Override
        public String of(String who) {
            return who;
        }

        @Override
        public void forget() {
            forgotten.incrementAndGet();
        }
    }
}
