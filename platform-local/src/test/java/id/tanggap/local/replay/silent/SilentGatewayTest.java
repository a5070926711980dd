package id.tanggap.local.replay.silent;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.scenario.Kind;
import id.tanggap.local.replay.scenario.PlannedCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a triage that gives the advice which a test puts into its stream. */
@Timeout(60)
class SilentGatewayTest {
    private static final String CALL = "run-007";
    private static final Instant LONG_AGO = Instant.parse("2025-05-20T00:00:00Z");
    private static final PlannedCall SILENT = JeparaScenario.load().calls().stream()
            .filter(call -> call.kind() == Kind.SILENT && !call.abandoned())
            .findFirst()
            .orElseThrow();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> stream = new LinkedBlockingQueue<>();
    private final Ledger ledger = new Ledger();
    private HttpServer triage;
    private SilentGateway gateway;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        triage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        triage.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        triage.createContext("/", this::handle);
        triage.start();
        ledger.begin(CALL, SILENT);
        ledger.event(CALL, "ANSWERED");
        URI base = URI.create("http://127.0.0.1:" + triage.getAddress().getPort());
        gateway = new SilentGateway(
                "run-",
                10_000,
                new PatientClient(new Named(), Duration.ofSeconds(20)),
                new Endpoints(base, base, base, base),
                new Named(),
                ledger);
    }

    @AfterEach
    void stop() {
        gateway.close();
        triage.stop(0);
    }

    @Test
    void playsThePromptOnAnOpenLineAndTellsIt() {
        advise(CALL, 2, "PROMPT", "PLAY_PROMPT", LONG_AGO);
        awaitDeed(Deed.PROMPT_PLAYED);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("gateway /silent-calls/run-007/prompt {\"at\""), told::toString);
        assertTrue(ledger.told().get(CALL).contains("prompt"));
    }

    @Test
    void tellsOfNoPromptWhereTheCallerHasHungUp() {
        ledger.event(CALL, "ENDED");
        advise(CALL, 2, "PROMPT", "PLAY_PROMPT", LONG_AGO);
        awaitDeed(Deed.HUNG_UP_BEFORE_PROMPT);
        assertEquals(List.of(), told);
    }

    @Test
    void ringsBackOnceTheLineIsFreeAndTellsWhatCameOfIt() {
        advise(CALL, 4, "CALL_BACK_1", "RING_BACK", LONG_AGO);
        await().until(() -> gateway.taken().unanswered().equals(List.of("RING_BACK of " + CALL)));
        ledger.event(CALL, "ENDED");
        awaitDeed(Deed.RUNG_BACK);
        assertTrue(
                told.getFirst()
                        .matches("gateway /silent-calls/run-007/call-backs .*\"attempt\":1.*\"result\":\"[A-Z_]+\".*"),
                told::toString);
        assertEquals(List.of(), gateway.taken().unanswered());
    }

    @Test
    void doesNotRingBackBeforeTheTimeAndNotAtAllWhereOtherAdviceComesFirst() {
        ledger.event(CALL, "ENDED");
        advise(CALL, 5, "CALL_BACK_2", "RING_BACK", Instant.now().plusSeconds(3600));
        await().until(() -> gateway.taken().later() == 1);
        advise(CALL, 6, "PERSON_NOW", "CONNECT_NOW", LONG_AGO);
        awaitDeed(Deed.CONNECTED_TO_AN_OPERATOR);
        assertEquals(
                new AdviceTaken(2, Map.of(Deed.CONNECTED_TO_AN_OPERATOR, 1L, Deed.OVERTAKEN, 1L), 0, List.of()),
                gateway.taken());
        assertEquals(List.of(), told);
    }

    @Test
    void leavesCallsOfOthersAlone() {
        advise("another-1", 2, "PROMPT", "PLAY_PROMPT", LONG_AGO);
        advise(CALL, 7, "PERSON", "A_PERSON_DECIDES", LONG_AGO);
        awaitDeed(Deed.LEFT_TO_A_PERSON);
        assertEquals(1, gateway.taken().given());
        assertEquals(7, gateway.newest(CALL));
    }

    @Test
    void anAdviceThatItDoesNotKnowIsNotPassedOverInSilence() {
        advise(CALL, 2, "SING", "SING_A_SONG", LONG_AGO);
        await().until(() -> !ledger.refused().isEmpty());
        assertTrue(ledger.refused().getFirst().contains("SING_A_SONG"));
    }

    private void awaitDeed(Deed deed) {
        await().until(() -> gateway.taken().of(deed) == 1);
    }

    private void advise(String callId, long version, String step, String advice, Instant notBefore) {
        stream.add(
                """
                event: silent-call
                id: 9.%d
                data: {"callId":"%s","version":%d,"step":"%s","advice":"%s","notBefore":"%s"}

                """
                        .formatted(version, callId, version, step, advice, notBefore));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String who = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!path.endsWith("/stream")) {
            new ObjectMapper().readTree(body);
            told.add(who + " " + path + " " + body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        assertEquals("gateway", who);
        exchange.sendResponseHeaders(200, 0);
        write(exchange, ": open\nid: 9.0\n\n");
        try {
            while (true) {
                write(exchange, stream.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private record Named() implements Bearers {
        @Override
        public String of(String who) {
            return who;
        }

        @Override
        public void forget() {}
    }
}
