package id.tanggap.local.synthetic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.Trust;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the synthetic test call again and again until it is stopped, and shows at {@code /metrics} how each went. One process: two
 * would close each other's tickets. Exits with 1 and one line on the error stream where it is not told what it needs.
 */
public final class SyntheticProgram {
    private static final String LISTEN = "LISTEN";

    private final Map<String, String> environment;
    private final SyntheticMetrics metrics = new SyntheticMetrics();

    private SyntheticProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            new SyntheticProgram(System.getenv()).run();
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** All that it is told, in a local system. */
    public static Map<String, String> environment(SystemConfig system, String listen) {
        Map<String, String> environment = Access.environment(system);
        environment.put(LISTEN, listen);
        return environment;
    }

    private void run() throws InterruptedException {
        // A local system speaks in the clear.
        Optional.ofNullable(environment.get(Trust.VARIABLE)).map(Path::of).ifPresent(Trust::only);
        Access access = Access.from(environment);
        Schedule schedule = Schedule.of(environment);
        serve(environment.getOrDefault(LISTEN, "0.0.0.0:8194"));
        while (true) {
            long next = System.nanoTime() + schedule.every().toNanos();
            SyntheticCall call = new SyntheticCall(access, schedule.limit());
            Outcome outcome = call.run();
            metrics.count(outcome, Instant.now());
            log(call.callId(), outcome);
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    private void serve(String listen) {
        int colon = listen.lastIndexOf(':');
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1))),
                    0);
            server.createContext("/metrics", this::answer);
            server.start();
        } catch (IOException | RuntimeException e) {
            throw new StackException("Cannot listen at " + listen + ": " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, text.length);
        try (exchange) {
            exchange.getResponseBody().write(text);
        }
    }

    private static void log(String callId, Outcome outcome) {
        System.out.println(
                switch (outcome) {
                    case Outcome.Passed(Duration took) ->
                        "event=synthetic-call-passed call=%s ms=%d".formatted(callId, took.toMillis());
                    case Outcome.Failed failed ->
                        "event=synthetic-call-stopped call=%s stage=%s why=\"%s\""
                                .formatted(callId, failed.stage().label(), failed.why());
                });
    }
}
