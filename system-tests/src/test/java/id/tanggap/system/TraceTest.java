package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Names;
import id.tanggap.system.SpanCollector.Kept;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One trace from an operator's report to the agency's web server, and what it does not tell. */
@Order(3)
class TraceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OPERATOR = "operator1";
    private static final String AGENCY = "damkar1";
    /** Whatever lies between the report and its ticket: the report alone, or the assessment that it led to. */
    private static final List<String> BEGINNING = List.of("intake-service PRODUCER", "intake-service SERVER");

    private static final List<String> END = List.of(
            "notification-service CLIENT",
            "notification-service CONSUMER",
            "ticket-service PRODUCER",
            "ticket-service CONSUMER");

    private static final String NUMBER = "+6281298761234";
    private static final String NAME = "Kartini Wulandari";
    private static final String TEXT = "Gudang mebel terbakar, asap tebal sekali.";

    private static SpanCollector spans;
    private static PatientClient client;
    private static Endpoints endpoints;
    private static HttpServer agency;

    /** The {@code traceparent} of each webhook that had one. */
    private static final Queue<String> told = new ConcurrentLinkedQueue<>();

    private final String trace = newTrace();
    private final String caller = trace.substring(0, 16);

    @BeforeAll
    static void start() throws Exception {
        WholeSystem system = WholeSystem.up();
        spans = system.spans();
        client = new PatientClient(new RealmBearers(system.config()), PATIENCE);
        endpoints = Endpoints.of(system.config());
        agency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agency.createContext("/hook", TraceTest::take);
        agency.start();
    }

    @AfterAll
    static void stop() {
        agency.stop(0);
    }

    @Test
    void fromTheReportToEachAttemptAtTheAgencysServerItIsOneTrace() throws Exception {
        spans.follow(trace);
        String subscription = subscribe();
        try {
            report(announce());
            await().atMost(PATIENCE).until(() -> told().size() >= 2);
        } finally {
            client.send(request("DELETE", URI.create(endpoints.subscriptions() + "/" + subscription), AGENCY, null));
        }

        for (String attempt : told()) {
            await().atMost(PATIENCE).until(() -> way(attempt).getLast().endsWith(BEGINNING.getLast()));
            List<String> way = way(attempt);
            assertEquals(END, way.subList(0, END.size()), way::toString);
            assertEquals(BEGINNING, way.subList(way.size() - BEGINNING.size(), way.size()), way::toString);
        }
        await().atMost(PATIENCE).until(() -> spans.of(trace).stream()
                .anyMatch(span -> span.step().equals("triage-service CONSUMER")));
        assertNobodyIsNamed(spans.of(trace));
    }

    @Test
    void whatSomebodySearchesForIsInNoSpan() throws Exception {
        spans.follow(trace);
        URI search = URI.create(endpoints.tickets() + "?q=" + NAME.replace(" ", "%20"));
        client.send(request("GET", search, OPERATOR, null));

        await().atMost(PATIENCE).until(() -> spans.of(trace).stream()
                .anyMatch(span -> span.step().equals("ticket-service SERVER")));
        assertNobodyIsNamed(spans.of(trace));
        assertTrue(spans.of(trace).stream()
                .anyMatch(span -> span.attribute("http.route").endsWith("/tickets")));
    }

    /** The steps from an attempt's span back to the first that is known, and no further than the caller. */
    private List<String> way(String attempt) {
        Map<String, Kept> byId =
                spans.of(trace).stream().collect(Collectors.toMap(Kept::id, Function.identity(), (one, again) -> one));
        List<String> way = new ArrayList<>(List.of("attempt"));
        String id = attempt;
        while (byId.containsKey(id)) {
            Kept span = byId.get(id);
            way.add(span.step());
            id = span.parent();
        }
        if (way.size() > 1) {
            way.removeFirst();
        }
        return id.equals(caller) ? way : List.of("incomplete " + way);
    }

    /** The spans of this trace that the agency was told of. */
    private List<String> told() {
        return told.stream()
                .map(value -> value.split("-"))
                .filter(parts -> parts[1].equals(trace))
                .map(parts -> parts[2])
                .toList();
    }

    private static void assertNobodyIsNamed(List<Kept> kept) {
        for (Kept span : kept) {
            String text = SpanCollector.text(span);
            for (String secret : List.of(NUMBER.substring(3), NAME, "Kartini", TEXT.substring(0, 12))) {
                assertFalse(text.contains(secret), text);
            }
        }
    }

    /** The first attempt of a trace is refused: the second is of the same. */
    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String parent = String.valueOf(exchange.getRequestHeaders().getFirst("traceparent"));
            boolean again = told.stream().anyMatch(other -> other.regionMatches(0, parent, 0, 35));
            if (parent.length() == 55) {
                told.add(parent);
            }
            exchange.sendResponseHeaders(again ? 204 : 503, -1);
        }
    }

    private String subscribe() throws NotAccepted, InterruptedException {
        String url = "http://127.0.0.1:" + agency.getAddress().getPort() + "/hook";
        return client.send(request(
                        "POST",
                        endpoints.subscriptions(),
                        AGENCY,
                        JSON.objectNode().put("url", url)))
                .body()
                .path("subscriptionId")
                .asText();
    }

    private String announce() throws NotAccepted, InterruptedException {
        String call = UUID.randomUUID().toString();
        client.send(Request.post(
                endpoints.calls(),
                Names.GATEWAY,
                JSON.objectNode()
                        .put("callId", call)
                        .put("from", NUMBER)
                        .put("to", "112")
                        .put("startedAt", Instant.now().toString())
                        .set(
                                "location",
                                JSON.objectNode()
                                        .put("lat", -6.5912)
                                        .put("lon", 110.6734)
                                        .put("radiusM", 300))));
        return call;
    }

    private void report(String call) throws NotAccepted, InterruptedException {
        client.send(request(
                "POST",
                endpoints.call(call, "report"),
                OPERATOR,
                JSON.objectNode()
                        .put("category", "FIRE")
                        .put("text", TEXT)
                        .put("lifeThreat", true)
                        .set("reporter", JSON.objectNode().put("name", NAME).put("contact", NUMBER))));
    }

    /** Within this test's trace, which the caller has begun. */
    private Request request(String method, URI uri, String as, JsonNode body) {
        return new Request(
                method,
                uri,
                as,
                "application/json",
                body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("traceparent", "00-" + trace + "-" + caller + "-01"));
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
