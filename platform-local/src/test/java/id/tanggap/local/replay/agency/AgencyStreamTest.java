package id.tanggap.local.replay.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.replay.http.Bearers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a feed of three tickets whose server is away at first and dies in the middle of each event. */
@Timeout(30)
class AgencyStreamTest {
    private static final int FIRST = 5;
    private static final int LAST = 8;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<AgencyRecord> received = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void goesOnAfterTheLastWholeEventHoweverOftenItIsCutOff() throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stream");
        try (AgencyStream stream = new AgencyStream(address, "damkar", new Named(), received::add)) {
            stream.awaitOpen();
            for (int id = FIRST + 1; id <= LAST; id++) {
                AgencyRecord record = received.poll(20, TimeUnit.SECONDS);
                assertEquals(Integer.toString(id), record.eventId());
                assertEquals("t-" + id, record.ticketId());
            }
            assertTrue(stream.caughtUp());
            assertEquals(List.of(), List.copyOf(received), "nothing twice");
        }
        assertEquals(List.of("null", "null", "5", "6", "7"), asked.subList(0, 5));
    }

    @Test
    void isNotCaughtUpWithAServerThatIsAway() throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stream");
        try (AgencyStream stream = new AgencyStream(address, "damkar", new Named(), received::add)) {
            stream.awaitOpen();
            server.stop(0);
            assertFalse(stream.caughtUp());
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String after = String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        asked.add(after);
        if (asked.size() == 1) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        if (after.equals("null")) {
            boolean first = asked.size() == 2;
            write(exchange, ": open\nid: " + (first ? FIRST : LAST) + "\n\n");
            if (!first) {
                hold();
            }
        } else if (Integer.parseInt(after) < LAST) {
            int next = Integer.parseInt(after) + 1;
            write(exchange, event(next) + "\n" + event(next + 1));
        }
        exchange.close();
    }

    /** As a stream on which nothing happens. */
    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String event(int id) {
        return "event: ticket\nid: " + id + "\ndata: {\"ticketId\":\"t-" + id + "\",\"change\":\"OPENED\"}\n";
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private record Named() implements Bearers {
        @Override
        public String of(String who) {
            assertEquals("damkar1", who);
            return who;
        }

        @Override
        public void forget() {}
    }
}
